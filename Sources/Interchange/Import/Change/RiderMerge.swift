internal import Planning

/// Puts what a sheet of bookings says of riders together with those that are known.
struct RiderMerge {
  private var merge: RecordMerge<Rider>
  private let map: ColumnMap
  private let log: InputLog

  init(_ base: [Rider], map: ColumnMap, log: InputLog) {
    merge = RecordMerge(
      base, id: \.id, fields: RiderFields.set(.unavailable), map: map, prefix: "rider.")
    self.map = map
    self.log = log
  }

  var riders: [Rider] { merge.records }
  /// Row that each rider comes from; `nil` for those that stay as they were.
  var origins: [Origin?] { merge.origins }
  var changes: [ImportChange] { merge.changes.filter { $0.kind != .same } }

  /// Takes in the riders of the bookings that are taken in.
  mutating func run(_ entries: [BookingSheet.Entry], _ said: [String: BookingSheet.RiderRow]) {
    var done: Set<String> = []
    for entry in entries {
      let id = entry.booking.rider
      if let row = said[id], merge.has(id) || row.given.contains("home") {
        // A second row of the same rider finds nothing more to change.
        guard !done.contains(id), !row.given.isEmpty else { continue }
        done.insert(id)
        merge.put(row.rider, given: row.given, from: row.origin)
      } else if !merge.has(id) {
        log.fault(
          .unknownRider(id), at: FaultPlace(file: map.file, line: entry.origin.line),
          field: map.label("booking.rider"), value: id)
      }
    }
  }
}

extension Complaint {
  static func unknownRider(_ id: String) -> Complaint {
    Complaint(
      "unknown-rider",
      cause: Bilingual(
        fr: "\(id) n’est pas encore connu, et la feuille ne dit pas où il ou elle habite.",
        en: "\(id) is not known yet, and the sheet does not say where this rider lives."),
      remedy: Bilingual(
        fr: "Ajoutez une colonne « domicile » (un lieu connu), ou la personne à riders.csv. Si le "
          + "lieu de départ est toujours le domicile : lieu_depart | passager.domicile dans le "
          + "fichier de correspondance.",
        en: "Add a column “home” (a known place), or the person to riders.csv. If rides always "
          + "start at home: from | rider.home in the mapping file."))
  }
}

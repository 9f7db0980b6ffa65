internal import Planning

/// Puts what a sheet says of riders together with those that are known.
struct RiderMerge {
  private(set) var riders: [Rider]
  private(set) var changes: [ImportChange] = []
  /// Row that each rider comes from; `nil` for those that stay as they were.
  private(set) var origins: [Origin?]
  private let map: ColumnMap
  private let fields = RiderFields.set(.unavailable)
  private let log: InputLog

  init(_ base: [Rider], map: ColumnMap, log: InputLog) {
    riders = base
    origins = base.map { _ in nil }
    self.map = map
    self.log = log
  }

  /// Takes in the riders of the bookings that are taken in.
  mutating func run(_ entries: [BookingSheet.Entry], _ said: [String: BookingSheet.RiderRow]) {
    var places = Dictionary(riders.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for entry in entries {
      let id = entry.booking.rider
      if let index = places[id] {
        // A second row of the same rider finds nothing more to change.
        if let row = said[id], origins[index] == nil { update(index, row) }
      } else if let row = said[id], row.given.contains("home") {
        places[id] = riders.count
        riders.append(row.rider)
        origins.append(row.origin)
        changes.append(
          ImportChange(
            id: id, kind: .added, place: FaultPlace(file: map.file, line: row.origin.line)))
      } else {
        log.fault(
          .unknownRider(id), at: FaultPlace(file: map.file, line: entry.origin.line),
          field: map.label("booking.rider"), value: id)
      }
    }
  }

  private mutating func update(_ index: Int, _ row: BookingSheet.RiderRow) {
    guard !row.given.isEmpty else { return }
    var changed: [ImportChange.FieldChange] = []
    let given = Set(row.given.map { "rider." + $0 })
    FieldComparison(map: map, mapped: given).merge(
      fields, prefix: "rider.", from: row.rider, into: &riders[index],
      &changed)
    guard !changed.isEmpty else { return }
    origins[index] = row.origin
    changes.append(
      ImportChange(
        id: riders[index].id, kind: .changed, fields: changed,
        place: FaultPlace(file: map.file, line: row.origin.line)))
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

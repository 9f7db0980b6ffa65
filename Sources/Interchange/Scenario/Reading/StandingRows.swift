import Planning

/// Reads `standing.csv`: rides as in `bookings.csv`, and on the first row of each the days on which it comes back.
struct StandingRows {
  private var rides: BookingRows
  private let patterns: FieldSet<StandingOrder>
  private let log: InputLog
  /// By number of the order, with whether it was sound.
  private var found: [(order: StandingOrder, sound: Bool)] = []

  /// - Parameter areSingle: rides of single days, which have no pattern, and are bookings.
  init(places: PlaceIndex, log: InputLog, areSingle: Bool = false) {
    rides = BookingRows(
      places: places, log: log, as: areSingle ? (.booking, .leg) : (.standing, .standingLeg))
    patterns = areSingle ? FieldSet(blank: StandingFields.set.blank) : StandingFields.set
    self.log = log
  }

  var columns: [ColumnSpec] { patterns.columns() + rides.columns }

  /// Takes a row. What later rows of an order say of its days must be what the first one says.
  mutating func add(_ row: CSVRow, _ map: ColumnMap) {
    guard let index = rides.add(row, map) else { return }
    if index == found.count {
      let (order, sound) = patterns.read(row, map, log)
      found.append((order, sound))
      if !sound { rides.distrust(index) }
      return
    }
    for field in patterns.fields {
      guard let cell = map.cell(field.key, in: row) else { continue }
      var said = found[index].order
      do throws(Complaint) {
        try field.readCell(cell.text, &said)
        if said == found[index].order { continue }
        throw .otherDays
      } catch {
        log.fault(
          error, at: FaultPlace(file: map.file, line: cell.line), field: map.label(field.key),
          value: cell.text)
        found[index].sound = false
        rides.distrust(index)
      }
    }
  }

  func finish(_ map: ColumnMap, into draft: inout ScenarioDraft) -> [StandingOrder] {
    let bookings = rides.finish(map, into: &draft)
    if found.contains(where: { !$0.sound }) { draft.origins.markDamaged(.standing) }
    return zip(found, bookings).map { $0.order.with($1) }
  }
}

extension Complaint {
  fileprivate static let otherDays = Complaint(
    "contradiction",
    cause: Bilingual(
      fr: "La première ligne de cette commande dit autre chose.",
      en: "The first row of this order says otherwise."),
    remedy: Bilingual(
      fr: "Ne donnez les jours que sur la première ligne.",
      en: "Give the days on its first row only."
    ))
}

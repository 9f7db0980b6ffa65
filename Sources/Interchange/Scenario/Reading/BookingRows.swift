import Planning

/// Reads `bookings.csv`: one row a leg, the booking's id on each, and what holds for the whole
/// booking on any of them.
struct BookingRows {
  private let fields: BookingRowFields
  private var groups: [BookingRowFields.Group] = []
  private var indices: [String: Int] = [:]

  init(places: PlaceIndex, log: InputLog) {
    fields = BookingRowFields(legs: LegFields.set(places), log: log)
  }

  var columns: [ColumnSpec] { fields.columns }

  /// Takes a row.
  mutating func add(_ row: CSVRow, _ map: ColumnMap) {
    guard let cell = map.cell("booking.id", in: row) else {
      fields.log.fault(
        .missingValue, at: FaultPlace(file: map.file, line: row.line),
        field: map.label("booking.id"))
      return
    }
    let index = indices[cell.text] ?? groups.count
    if index == groups.count {
      indices[cell.text] = index
      groups.append(fields.group(row, map))
    }
    groups[index].parts.append(fields.part(row, map))
    fields.addBookingLevel(row, map, to: &groups[index])
  }

  /// Closes the bookings and puts them into the draft.
  ///
  /// Where rows of the file were refused, what a booking lacks may have stood on one of them, and is
  /// not asked for.
  func finish(_ map: ColumnMap, into draft: inout ScenarioDraft) {
    let assembly = BookingAssembly(fields.log, header: map.label)
    let isComplete = !draft.origins.damaged.contains(.booking)
    for var group in groups {
      if isComplete { fields.requireAll(of: &group, map) } else { group.origin.isSound = false }
      for (leg, origin) in assembly.legs(group.parts, of: group.booking.id) {
        group.booking.legs.append(leg)
        draft.origins.add(.leg, origin)
      }
      if group.booking.id.isEmpty { draft.origins.markDamaged(.booking) }
      draft.scenario.bookings.append(group.booking)
      draft.origins.add(.booking, group.origin)
    }
  }
}

extension Complaint {
  static func contradiction(line: Int, value: String) -> Complaint {
    Complaint(
      "contradiction",
      cause: Bilingual(
        fr: "La ligne \(line) dit « \(value) » pour la même réservation.",
        en: "Line \(line) says “\(value)” for the same booking."),
      remedy: Bilingual(
        fr: "Mettez la même valeur sur les deux lignes, ou sur une seule.",
        en: "Put the same value on both rows, or on one of them only."))
  }
}

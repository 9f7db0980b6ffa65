import Planning

/// Reads `bookings.csv`: one row a leg, the booking's id on each, and what holds for the whole
/// booking on any of them.
struct BookingRows {
  private let fields: BookingRowFields
  private var groups: [BookingRowFields.Group] = []
  private var indices: [String: Int] = [:]

  /// What the bookings are in the scenario: its bookings, or patterns of standing orders.
  private let kinds: (booking: ObjectKind, leg: ObjectKind)

  init(
    places: PlaceIndex, log: InputLog,
    as kinds: (booking: ObjectKind, leg: ObjectKind) = (.booking, .leg)
  ) {
    fields = BookingRowFields(legs: LegFields.set(places), log: log)
    self.kinds = kinds
  }

  var columns: [ColumnSpec] { fields.columns }

  /// Takes a row.
  ///
  /// - Returns: number of the booking that it is of; `nil` where it names none.
  @discardableResult
  mutating func add(_ row: CSVRow, _ map: ColumnMap) -> Int? {
    guard let cell = map.cell("booking.id", in: row) else {
      fields.log.fault(
        .missingValue, at: FaultPlace(file: map.file, line: row.line),
        field: map.label("booking.id"))
      return nil
    }
    let index = indices[cell.text] ?? groups.count
    if index == groups.count {
      indices[cell.text] = index
      groups.append(fields.group(row, map))
    }
    groups[index].parts.append(fields.part(row, map))
    fields.addBookingLevel(row, map, to: &groups[index])
    return index
  }

  /// Notes that something else about a booking is written wrongly.
  mutating func distrust(_ index: Int) { groups[index].origin.isSound = false }

  /// Closes the bookings, in the order of their numbers; where they stand goes into the draft.
  ///
  /// Where rows of the file were refused, what a booking lacks may have stood on one of them, and is
  /// not asked for.
  func finish(_ map: ColumnMap, into draft: inout ScenarioDraft) -> [Booking] {
    let assembly = BookingAssembly(fields.log, header: map.label)
    let isComplete = !draft.origins.damaged.contains(kinds.booking)
    return groups.map { group in
      var group = group
      if isComplete { fields.requireAll(of: &group, map) } else { group.origin.isSound = false }
      for (leg, origin) in assembly.legs(group.parts, of: group.booking.id) {
        group.booking.legs.append(leg)
        draft.origins.add(kinds.leg, origin)
      }
      if group.booking.id.isEmpty { draft.origins.markDamaged(kinds.booking) }
      draft.origins.add(kinds.booking, group.origin)
      return group.booking
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

import Planning

/// The fields of a row of `bookings.csv`. It keeps no rows itself, so that reading one copies none
/// of those before it.
struct BookingRowFields {
  let legs: FieldSet<LegDraft>
  let log: InputLog
  private let bookings = BookingFields.set
  private let anchors = AnchorFields.set
  private let directions = LegFields.direction

  /// What has been read of a booking so far.
  struct Group {
    var booking: Booking
    var origin: Origin
    var parts: [BookingAssembly.Part] = []
    /// Line on which each booking-level field was given.
    var lines: [String: Int] = [:]
  }

  init(legs: FieldSet<LegDraft>, log: InputLog) {
    self.legs = legs
    self.log = log
  }

  var columns: [ColumnSpec] {
    bookings.columns(prefix: "booking.") + legs.columns(prefix: "leg.") + anchors.columns()
      + directions.columns()
  }

  /// A booking that begins with a row.
  func group(_ row: CSVRow, _ map: ColumnMap) -> Group {
    Group(booking: bookings.blank, origin: Origin(file: map.file, line: row.line))
  }

  /// The leg of a row.
  func part(_ row: CSVRow, _ map: ColumnMap) -> BookingAssembly.Part {
    var (draft, sound) = legs.read(row, map, log, prefix: "leg.")
    let anchor = anchors.read(row, map, log)
    let direction = directions.read(row, map, log)
    draft.anchor = anchor.record
    draft.direction = direction.record.direction
    sound = sound && anchor.sound && direction.sound
    return BookingAssembly.Part(
      draft: draft, origin: Origin(file: map.file, line: row.line, isSound: sound))
  }

  /// Booking-level cells may be empty, or say again what an earlier row said.
  func addBookingLevel(_ row: CSVRow, _ map: ColumnMap, to group: inout Group) {
    for field in bookings.fields {
      guard let cell = map.cell("booking." + field.key, in: row) else { continue }
      var read = group.booking
      do throws(Complaint) {
        try field.readCell(cell.text, &read)
        note(field, cell, read, map, &group)
      } catch {
        group.origin.isSound = false
        // The id stands on every row; one fault for it is enough.
        if group.lines[field.key] == nil || field.key != "id" {
          log.fault(
            error, at: FaultPlace(file: map.file, line: cell.line),
            field: map.label("booking." + field.key),
            value: error.code == "personal-data" ? "" : cell.text)
        }
        group.lines[field.key] = cell.line
      }
    }
  }

  private func note(
    _ field: Field<Booking>, _ cell: CSVCell, _ read: Booking, _ map: ColumnMap,
    _ group: inout Group
  ) {
    guard let line = group.lines[field.key] else {
      group.lines[field.key] = cell.line
      group.booking = read
      return
    }
    let before = field.writeCell(group.booking, .english)
    guard before != field.writeCell(read, .english) else { return }
    log.fault(
      .contradiction(line: line, value: before), at: FaultPlace(file: map.file, line: cell.line),
      field: map.label("booking." + field.key), value: cell.text)
    group.origin.isSound = false
  }

  /// Tells which required booking-level fields no row gave.
  func requireAll(of group: inout Group, _ map: ColumnMap) {
    for field in bookings.fields where field.required && group.lines[field.key] == nil {
      log.fault(
        .missingValue, at: FaultPlace(file: map.file, line: group.origin.line),
        field: map.label("booking." + field.key))
      group.origin.isSound = false
    }
  }
}

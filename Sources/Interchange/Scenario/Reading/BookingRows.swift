import Planning

/// Reads `bookings.csv`: one row a leg, the booking's id on each, and what holds for the whole
/// booking on any of them.
struct BookingRows {
  private let log: InputLog
  private let legs: FieldSet<LegDraft>
  private let bookings = BookingFields.set
  private let anchors = AnchorFields.set
  private let directions = LegFields.direction

  /// What has been read of a booking so far.
  private struct Group {
    var booking: Booking
    var origin: Origin
    var parts: [BookingAssembly.Part] = []
    /// Line on which each booking-level field was given.
    var lines: [String: Int] = [:]
  }
  private var groups: [Group] = []
  private var indices: [String: Int] = [:]

  init(places: PlaceIndex, log: InputLog) {
    self.log = log
    legs = LegFields.set(places)
  }

  var columns: [ColumnSpec] {
    bookings.columns(prefix: "booking.") + legs.columns(prefix: "leg.") + anchors.columns()
      + directions.columns()
  }

  /// Takes a row.
  mutating func add(_ row: CSVRow, _ map: ColumnMap) {
    let place = FaultPlace(file: map.file, line: row.line)
    guard let cell = map.cell("booking.id", in: row) else {
      log.fault(.missingValue, at: place, field: map.label("booking.id"))
      return
    }
    if indices[cell.text] == nil {
      indices[cell.text] = groups.count
      let origin = Origin(file: map.file, line: row.line)
      groups.append(Group(booking: bookings.blank, origin: origin))
    }
    guard let index = indices[cell.text] else { return }
    groups[index].parts.append(part(row, map))
    addBookingLevel(row, map, to: &groups[index])
  }

  private func part(_ row: CSVRow, _ map: ColumnMap) -> BookingAssembly.Part {
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
  private func addBookingLevel(_ row: CSVRow, _ map: ColumnMap, to group: inout Group) {
    for field in bookings.fields {
      let key = "booking." + field.key
      guard let cell = map.cell(key, in: row) else { continue }
      let place = FaultPlace(file: map.file, line: cell.line)
      var read = group.booking
      do throws(Complaint) {
        try field.readCell(cell.text, &read)
      } catch {
        group.origin.isSound = false
        // The id stands on every row; one fault for it is enough.
        if group.lines[field.key] == nil || field.key != "id" {
          let value = error.code == "personal-data" ? "" : cell.text
          log.fault(error, at: place, field: map.label(key), value: value)
        }
        group.lines[field.key] = cell.line
        continue
      }
      if let line = group.lines[field.key] {
        let before = field.writeCell(group.booking, .english)
        if before != field.writeCell(read, .english) {
          log.fault(
            .contradiction(line: line, value: before), at: place, field: map.label(key),
            value: cell.text)
          group.origin.isSound = false
        }
      } else {
        group.lines[field.key] = cell.line
        group.booking = read
      }
    }
  }

  /// Closes the bookings and puts them into the draft.
  func finish(_ map: ColumnMap, into draft: inout ScenarioDraft) {
    let assembly = BookingAssembly(log)
    for var group in groups {
      for field in bookings.fields where field.required && group.lines[field.key] == nil {
        let place = FaultPlace(file: map.file, line: group.origin.line)
        log.fault(.missingValue, at: place, field: map.label("booking." + field.key))
        group.origin.isSound = false
      }
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

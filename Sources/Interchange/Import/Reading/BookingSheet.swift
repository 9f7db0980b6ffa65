internal import Planning

/// The bookings of a day, or standing orders, as a sheet gives them, before they are compared with those that are there.
struct BookingSheet {
  /// A booking of the sheet; one of a single day has no days of its own.
  struct Entry: SheetEntry {
    var order: StandingOrder
    /// Row of the booking, and of each of its legs.
    var origin: Origin
    var legs: [Origin]
    /// The sheet gives it an id of its own.
    var hasId: Bool
    /// Nothing on its rows is at fault so far.
    var isSound: Bool

    var booking: Booking { order.booking }
    var lines: Set<Int> { Set(([origin] + legs).compactMap(\.line)) }
  }

  /// What rows say of a rider.
  struct RiderRow {
    var rider: Rider
    /// Fields that were given.
    var given: Set<String>
    var origin: Origin
  }

  var entries: [Entry] = []
  /// By id, the first row wins.
  var riders: [String: RiderRow] = [:]
  /// Rows with something on them, of the day and of others.
  var rowCount = 0
  var days: [PlanDate: Int] = [:]
  var contacts: ContactTable?
  var map: ColumnMap
}

/// Reads the rows of a sheet of rides.
struct BookingSheetReader {
  let plan: ColumnPlan
  let preparation: RowPreparation
  let places: PlaceIndex
  let base: Scenario
  let log: InputLog

  private var isStanding: Bool { plan.table == .standing }

  func read(_ choice: SheetChoice, contacts: ContactTable?) -> BookingSheet {
    let outward = plan.outward
    let back = plan.back
    var sheet = BookingSheet(map: outward)
    var naming = PersonNaming(
      plan, choice.rows, known: Set(base.riders.map(\.id)), prefix: "r", contacts: contacts,
      log: log)
    var rows = StandingRows(places: places, log: log, areSingle: !isStanding)
    let homes = Dictionary(base.riders.map { ($0.id, $0.home) }) { first, _ in first }
    let riders = RiderReader(plan, places, log)
    // Of bookings that have an id: those of which a row is lost, and what an earlier row has said of the others.
    var damaged: Set<String> = []
    var days: [String: PlanDate] = [:]
    var named: [String: String] = [:]
    for row in choice.rows {
      sheet.rowCount += 1
      let id = plan["booking.id"].map { row.text($0) } ?? ""
      guard let day = preparation.day(of: row, saidBefore: days[id]) else {
        // What is left of a booking without this row must not pass for the whole.
        damaged.insert(id)
        continue
      }
      sheet.days[day, default: 0] += 1
      guard day == preparation.date else { continue }
      var csv = preparation.prepared(row)
      csv.cells[plan.bookingColumn].text = id.isEmpty ? "#\(row.number)" : id
      var rider = naming.id(of: row)
      // Why there is none has been told; a cell left empty would be told again.
      csv.cells[plan.idColumn].text = rider ?? "#"
      if rider == "" { rider = named[id] }
      if let rider {
        riders.note(csv, outward, of: rider, in: &sheet.riders)
        goHome(&csv, of: rider, to: sheet.riders[rider]?.rider.home.nonEmpty ?? homes[rider])
      }
      if !id.isEmpty {
        days[id] = day
        named[id] = rider
      }
      rows.add(csv, outward)
      if let back, plan.timesBack.contains(where: { !csv.cells[$0].text.isEmpty }) {
        rows.add(csv, back)
      }
    }
    sheet.contacts = naming.contacts
    sheet.entries = entries(rows, outward)
    for index in sheet.entries.indices where damaged.contains(sheet.entries[index].booking.id) {
      sheet.entries[index].isSound = false
    }
    return sheet
  }

  /// A purpose in words of the sheet's own may tell of an illness, and is not kept.
  private func checkPurposes(_ orders: [StandingOrder], _ origins: Origins) {
    let known = Purposes.known(in: base)
    for (index, booking) in orders.map(\.booking).enumerated()
    where !booking.purpose.isEmpty && !known.contains(booking.purpose) {
      guard let origin = origins[isStanding ? .standing : .booking, index] else { continue }
      log.fault(
        .unknownPurpose(known), at: FaultPlace(file: plan.file, line: origin.line),
        field: plan.outward.label("booking.purpose"), value: booking.purpose)
    }
  }

  /// "Domicile" is the rider's own. Of somebody whose home nobody knows it is not the place that is unknown.
  private func goHome(_ row: inout CSVRow, of rider: String, to home: String?) {
    for key in ["leg.from", "leg.to", "return.to"] {
      guard let column = plan[key], Self.homeWords.contains(Fold.key(row.cells[column].text)) else {
        continue
      }
      if home == nil {
        log.fault(
          .unknownRider(rider), at: FaultPlace(file: plan.file, line: row.line),
          field: plan.idLabel, value: rider)
      }
      row.cells[column].text = home ?? base.places.first?.id ?? ""
    }
  }

  private static let homeWords: Set<String> = [
    "domicile", "son_domicile", "a_domicile", "chez_lui", "chez_elle", "maison", "home",
  ]

  private func entries(_ rows: StandingRows, _ map: ColumnMap) -> [BookingSheet.Entry] {
    var draft = ScenarioDraft()
    let orders = rows.finish(map, into: &draft)
    checkPurposes(orders, draft.origins)
    let kinds: (order: ObjectKind, leg: ObjectKind) =
      isStanding ? (.standing, .standingLeg) : (.booking, .leg)
    let bad = Set(log.faults.filter { $0.place.file == plan.file }.compactMap(\.place.line))
    var leg = 0
    return orders.enumerated().map { index, order in
      let legs = order.booking.legs.indices
      let origins = legs.map { draft.origins[kinds.leg, leg + $0] }.compactMap { $0 }
      leg += legs.count
      let origin = draft.origins[kinds.order, index] ?? Origin(file: plan.file)
      var entry = BookingSheet.Entry(
        order: order, origin: origin, legs: origins, hasId: !order.id.hasPrefix("#"),
        isSound: origin.isSound && origins.allSatisfy(\.isSound))
      entry.isSound = entry.isSound && entry.lines.isDisjoint(with: bad)
      return entry
    }
  }
}

/// Reads what rows of bookings say of their riders.
private struct RiderReader {
  private let fields: [Field<Rider>]
  private let log: InputLog

  init(_ plan: ColumnPlan, _ places: PlaceIndex, _ log: InputLog) {
    fields = RiderFields.set(places).fields.filter { plan.has("rider." + $0.key) }
    self.log = log
  }

  func note(
    _ row: CSVRow, _ map: ColumnMap, of id: String, in riders: inout [String: BookingSheet.RiderRow]
  ) {
    guard !fields.isEmpty || riders[id] == nil else { return }
    var found =
      riders[id]
      ?? BookingSheet.RiderRow(
        rider: Rider(id: id, home: ""), given: [], origin: Origin(file: map.file, line: row.line))
    for field in fields where !found.given.contains(field.key) {
      guard let cell = map.cell("rider." + field.key, in: row) else { continue }
      do throws(Complaint) {
        try field.readCell(cell.text, &found.rider)
        found.given.insert(field.key)
      } catch {
        log.fault(
          error, at: FaultPlace(file: map.file, line: cell.line),
          field: map.label("rider." + field.key), value: cell.text)
      }
    }
    riders[id] = found
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

import CaminTestSupport
import Desk
import Foundation
import Interchange
import PlanStore
import Planning
import Testing

/// What goes into a store comes out of it.
@Suite struct StoreDayTests {
  private let wednesday = PlanDate(year: 2026, month: 11, day: 25)

  /// A made-up day with decisions, exceptions of the hours and what volunteers drove, drawn at random.
  private func random(_ seed: UInt64, on date: PlanDate) throws -> Scenario {
    var scenario = try StoreFixture.made(seed: seed, on: date)
    var random = SplitMix64(seed: seed)
    for index in scenario.volunteers.indices {
      scenario.volunteers[index].kilometresThisYear = Double(
        Int.random(in: 0...4000, using: &random))
    }
    let legs = scenario.bookings.flatMap(\.legs)
    let resources = scenario.vehicles.map(\.id)
    for leg in legs.shuffled(using: &random).prefix(3) {
      guard let resource = resources.randomElement(using: &random) else { break }
      scenario.locks.append(PlanLock(trip: leg.id, resource: resource, kind: .forbid))
    }
    for resource in resources.shuffled(using: &random).prefix(2) {
      let start = Int.random(in: 6...9, using: &random)
      scenario.availability.append(
        Availability(
          resource: resource, days: .date(date),
          window: ClockWindow(
            start: ClockTime(hour: start, minute: 0), end: ClockTime(hour: 19, minute: 30))))
    }
    return scenario
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func randomDaysComeBackAsTheyWere(
    seed: UInt64
  ) throws {
    let fixture = try StoreFixture()
    let first = try random(seed, on: wednesday)
    try fixture.make(first)
    #expect(try ScenarioDocument.text(fixture.day(wednesday)) == ScenarioDocument.text(first))
    // Another day's bookings and exceptions in the same store change nothing of it.
    var second = first
    second.territory.date = wednesday.adding(days: 1)
    second.bookings = Array(first.bookings.reversed())
    second.locks = []
    second.availability.removeAll { $0.days == .date(wednesday) }
    for index in second.volunteers.indices { second.volunteers[index].kilometresThisYear += 10 }
    try fixture.put(second)
    #expect(try ScenarioDocument.text(fixture.day(wednesday)) == ScenarioDocument.text(first))
    let thursday = try fixture.day(second.territory.date)
    #expect(thursday.bookings == second.bookings && thursday.locks.isEmpty)
    #expect(thursday.volunteers == second.volunteers)
    #expect(thursday.availability == second.availability)
    #expect(try TerritoryStore.open(fixture.path).faults().isEmpty)
  }

  @Test func aDayWithoutBookingsIsADay() throws {
    let fixture = try StoreFixture()
    try fixture.make(StoreFixture.made(seed: 3))
    let sunday = try fixture.day(wednesday.adding(days: 4))
    #expect(sunday.bookings.isEmpty)
    // Whom volunteers name, and whom these must not meet, and so on: no name leads nowhere, and nobody else is there.
    var named = Set(sunday.volunteers.flatMap { $0.ridersRefused + $0.ridersPreferred })
    let riders = try fixture.day(wednesday.adding(days: 4), .everything).riders
    var isClosed = false
    while !isClosed {
      let apart = riders.filter { named.contains($0.id) }.flatMap(\.neverTogether)
      isClosed = named.isSuperset(of: apart)
      named.formUnion(apart)
    }
    #expect(Set(sunday.riders.map(\.id)) == named && named.count < riders.count)
    #expect(!sunday.volunteers.isEmpty)
  }

  @Test func standingOrdersBecomeTheBookingsOfTheDay() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 4)
    let order = scenario.bookings.removeFirst()
    scenario.standing = [
      StandingOrder(booking: order, days: [.weekday(.wednesday), .weekday(.friday)])
    ]
    try fixture.make(scenario)
    let day = try fixture.day(wednesday)
    #expect(day.bookings.last?.id == order.id + ":2026-11-25" && day.standing.isEmpty)
    #expect(try fixture.day(wednesday.adding(days: 1)).bookings.isEmpty)
    #expect(try fixture.day(wednesday.adding(days: 2)).bookings.map(\.rider) == [order.rider])
    // What the coordinator has changed for the day is kept.
    var changed = try #require(day.bookings.last)
    changed.companions = 1
    var edited = scenario
    edited.bookings.append(changed)
    try fixture.put(edited)
    #expect(try fixture.day(wednesday).bookings.last?.companions == 1)
    // Decisions may concern its trips, before they are materialised and after.
    let lock = PlanLock(
      trip: changed.legs[0].id, resource: scenario.vehicles[0].id, kind: .forbid)
    let friday = wednesday.adding(days: 2)
    var other = lock
    other.trip = order.legs[0].id + ":2026-11-27"
    for (decision, date) in [(lock, wednesday), (other, friday)] {
      try StoreLocks.put(
        decision, on: date, in: fixture.path, role: "coordination", at: StoreFixture.now)
      #expect(try fixture.day(date).locks == [decision])
    }
    let unknown = #expect(throws: Failure.self) {
      try StoreLocks.put(
        other, on: wednesday, in: fixture.path, role: "coordination", at: StoreFixture.now)
    }
    #expect(unknown?.status == .badData)
    #expect(try fixture.day(wednesday).locks == [lock])
    let all = try fixture.day(wednesday, .everything)
    #expect(all.standing == scenario.standing && all.riders.count == scenario.riders.count)
  }

  /// R43: what happens is written, and nothing else.
  @Test func anEventChangesOnlyWhatItIsAbout() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 8)
    let orders = [scenario.bookings.removeFirst(), scenario.bookings.removeFirst()]
    scenario.standing = orders.map { StandingOrder(booking: $0, days: [.weekday(.wednesday)]) }
    try fixture.make(scenario)
    let before = try fixture.day(wednesday)
    var after = before
    after.bookings.removeAll { $0.id == orders[0].id + ":2026-11-25" }
    let single = after.bookings.removeFirst()
    let driver = before.vehicles[0].id
    after.availability.append(
      Availability(resource: driver, days: .date(wednesday), window: nil))
    func put(_ before: Scenario, _ after: Scenario) throws -> Int {
      try storing {
        try TerritoryStore.open(fixture.path).transaction { edit in
          try StoreChange(from: before, to: after).put(
            into: edit, by: "permanence", at: StoreFixture.now)
        }
      }
    }
    #expect(try put(before, after) == 3)
    let found = try fixture.day(wednesday)
    #expect(found.bookings == after.bookings && found.availability == after.availability)
    #expect(try put(after, after) == 0)
    let all = try fixture.day(wednesday, .everything)
    #expect(all.standing.map(\.except) == [[wednesday], []])
    // The order that the event was not about is still an order's affair.
    #expect(all.bookings.count == scenario.bookings.count - 1)
    #expect(!all.bookings.contains(single))
    #expect(try fixture.day(wednesday.adding(days: 7)).bookings.count == 2)
    let changes = try TerritoryStore.open(fixture.path).read { view throws(StoreError) in
      try view.changes(of: wednesday).filter { $0.action == "event" }
    }
    #expect(
      Set(changes.map(\.note)) == ["booking removed", "availability added"] && changes.count == 3)
  }

  /// R54: at half past two the clock shows three on the last Sunday of March.
  @Test func anHourThatTheClockNeverShowsIsTold() throws {
    let fixture = try StoreFixture()
    let saturday = PlanDate(year: 2026, month: 3, day: 28)
    var scenario = try StoreFixture.made(seed: 5, on: saturday)
    var booking = try #require(scenario.bookings.first { $0.legs.count == 1 })
    booking.id = "nuit"
    booking.legs[0].id = "nuit-1"
    booking.legs[0].anchor = .departAfter(ClockTime(hour: 2, minute: 30))
    booking.legs[0].line = ""
    booking.bookedAt = nil
    scenario.standing = [StandingOrder(booking: booking, days: [.everyDay], onHolidays: true)]
    try fixture.make(scenario)
    let (before, after) = (try fixture.day(saturday), try fixture.day(saturday.adding(days: 2)))
    #expect(before.bookings.contains { $0.id == "nuit:2026-03-28" })
    #expect(after.bookings.contains { $0.id == "nuit:2026-03-30" })
    let failure = #expect(throws: Failure.self) { try fixture.day(saturday.adding(days: 1)) }
    #expect(failure?.status == .badData)
    #expect(
      failure?.faults.map { "\($0.code) \($0.place.pointer ?? "")" } == [
        "no-such-time /bookings/nuit:2026-03-29/legs/0/anchor"
      ])
    // R52: without that booking the day can be planned, where others are left.
    var other = booking
    other.id = "jour"
    other.legs[0].id = "jour-1"
    other.legs[0].anchor = .departAfter(ClockTime(hour: 10, minute: 30))
    scenario.standing.append(StandingOrder(booking: other, days: [.everyDay], onHolidays: true))
    try fixture.put(scenario)
    let sunday = try StoreDay(
      store: fixture.path, on: saturday.adding(days: 1), leavesOutFaulty: true)
    #expect(sunday.scenario.bookings.map(\.id) == ["jour:2026-03-29"])
    let leftOut = sunday.warnings.filter { $0.code == Fault.leftOutCode }
    #expect(leftOut.map(\.value) == ["02:30"])
    // An order that does not run on the day is no fault of it.
    scenario.standing[0].days = [.weekday(.wednesday)]
    try fixture.put(scenario)
    #expect(try fixture.day(saturday.adding(days: 1)).bookings.map(\.id) == ["jour:2026-03-29"])
    // In October the hour comes twice, and the first of the two is meant.
    #expect(throws: Never.self) { try fixture.day(PlanDate(year: 2026, month: 10, day: 25)) }
  }

  @Test("R31: in a store the end of the day before comes from its plan")
  func driversRestSinceThePlanOfTheDayBefore() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 9)
    let stated = scenario.vehicles[1].id
    let index = try #require(
      scenario.availability.firstIndex { $0.resource == stated && $0.window != nil })
    scenario.availability[index].lastEnd = ClockTime(hour: 20, minute: 0)
    try fixture.make(scenario)
    let thursday = wednesday.adding(days: 1)
    #expect(try fixture.day(thursday).availability.compactMap(\.lastEnd).count <= 1)
    let plan = try fixture.plan(wednesday)
    let ends = Dictionary(
      plan.runs.map { ($0.resource, $0.arrival) }, uniquingKeysWith: max)
    try #require(!ends.isEmpty)
    let day = try fixture.day(thursday)
    var found: Set<String> = []
    for row in day.availability where row.days.contains(thursday) && row.window != nil {
      guard row.resource != stated else { continue }
      #expect(row.lastEnd?.seconds == ends[row.resource], "\(row)")
      found.insert(row.resource)
    }
    #expect(!found.isDisjoint(with: ends.keys))
    // Nothing of it is kept: an event writes what it is about, and no more.
    var after = day
    after.bookings = []
    let count = try storing {
      try TerritoryStore.open(fixture.path).transaction { edit in
        try StoreChange(from: day, to: after).put(into: edit, by: "x", at: StoreFixture.now)
      }
    }
    #expect(count == day.bookings.count)
    let all = try fixture.day(thursday, .everything).availability
    #expect(all == scenario.availability)
  }

  /// R52: one booking cannot be, and the others are planned.
  @Test func aDayIsReadWithoutTheBookingsAtFault() throws {
    let fixture = try StoreFixture()
    let scenario = try StoreFixture.made(seed: 6)
    try fixture.make(scenario)
    let booking = scenario.bookings[1]
    try TerritoryStore.open(fixture.path).edit { edit throws(StoreError) in
      var item = try edit.view.item(.booking, id: booking.id, day: wednesday)
      item?.fields = #"{"id": "\#(booking.id)", "rider": "\#(booking.rider)", "companions": -1}"#
      if let item { try edit.put(item, at: StoreFixture.now) }
    }
    #expect(throws: Failure.self) { try fixture.day(wednesday) }
    let day = try StoreDay(store: fixture.path, on: wednesday, leavesOutFaulty: true)
    #expect(day.scenario.bookings == scenario.bookings.filter { $0.id != booking.id })
    let leftOut = day.warnings.filter { $0.code == Fault.leftOutCode }
    #expect(leftOut.contains { $0.place.pointer == "/bookings/\(booking.id)/companions" })
  }

  @Test func faultsNameRowsByTheirIds() throws {
    let fixture = try StoreFixture()
    let scenario = try StoreFixture.made(seed: 6)
    try fixture.make(scenario)
    let booking = scenario.bookings[1]
    try TerritoryStore.open(fixture.path).edit { edit throws(StoreError) in
      var item = try edit.view.item(.booking, id: booking.id, day: wednesday)
      item?.fields = #"{"id": "\#(booking.id)", "rider": "\#(booking.rider)", "companions": -1}"#
      if let item { try edit.put(item, at: StoreFixture.now) }
    }
    let failure = #expect(throws: Failure.self) { try fixture.day(wednesday) }
    let pointers = failure?.faults.compactMap(\.place.pointer) ?? []
    #expect(pointers.contains("/bookings/\(booking.id)/companions"), "\(pointers)")
    #expect(
      failure?.faults.allSatisfy { $0.place.file == "lot.camin" && $0.place.line == nil } == true)
  }

  @Test func aPathNamesADayOfAStore() throws {
    let fixture = try StoreFixture()
    try fixture.make(StoreFixture.made(seed: 7))
    #expect(try DaySource(fixture.path + "@2026-11-25") == .store(fixture.path, wednesday))
    #expect(try DaySource("some/folder") == .files("some/folder"))
    #expect(try DaySource("some@folder") == .files("some@folder"))
    #expect(throws: Failure.self) { try DaySource(fixture.path) }
    #expect(try DaySource.path(fixture.path, on: wednesday) == fixture.path + "@2026-11-25")
    #expect(throws: Failure.self) { try DaySource.path(fixture.folder.path, on: wednesday) }
    #expect(try DayInput(fixture.path + "@2026-11-25").day.legs.count == 24)
    let missing = #expect(throws: Failure.self) { try DayInput("nowhere.camin@2026-11-25") }
    #expect(missing?.status == .inputMissing)
  }
}

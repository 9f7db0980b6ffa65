import Desk
import Foundation
import Interchange
import PlanStore
import Planning
import Testing

@Suite struct StoreImportTests {
  private let wednesday = PlanDate(year: 2026, month: 11, day: 25)

  @Test func doingItTwiceChangesNothing() throws {
    let fixture = try StoreFixture()
    let scenario = try StoreFixture.made(seed: 1)
    let first = try fixture.make(scenario)
    #expect(first.changes[.booking]?[.added] == scenario.bookings.count && !first.isIdle)
    let again = try fixture.put(scenario)
    #expect(again.isIdle && !again.keepsSettings)
    let changes = try TerritoryStore.open(fixture.path).read { view throws(StoreError) in
      try view.changes()
    }
    #expect(changes.count == 1)
    #expect(changes[0].note.contains("booking: \(scenario.bookings.count) added"))
  }

  @Test func whatIsThereTakesTheNewContentAndNothingElseGoes() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 2)
    try fixture.make(scenario)
    let kept = scenario.bookings.removeFirst()
    scenario.bookings[0].companions += 1
    let outcome = try fixture.put(scenario)
    #expect(outcome.changes[.booking]?[.changed] == 1 && outcome.removed.isEmpty)
    let day = try fixture.day(wednesday)
    #expect(day.bookings.first == kept && day.bookings[1] == scenario.bookings[0])
    let replaced = try fixture.put(
      scenario, StoreImport(replacesDay: true, role: "coordination"))
    #expect(replaced.removed == [.booking: 1])
    #expect(try fixture.day(wednesday).bookings == scenario.bookings)
  }

  @Test func hoursSaidAnewReplaceTheOldOnes() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 3)
    let vehicle = scenario.vehicles[0].id
    func window(_ start: Int, _ end: Int) -> ClockWindow {
      ClockWindow(start: ClockTime(hour: start, minute: 0), end: ClockTime(hour: end, minute: 0))
    }
    scenario.availability.removeAll { $0.resource == vehicle }
    let others = scenario.availability
    scenario.availability += [
      Availability(resource: vehicle, days: .weekday(.wednesday), window: window(7, 11)),
      Availability(resource: vehicle, days: .weekday(.wednesday), window: window(13, 18)),
    ]
    try fixture.make(scenario)
    scenario.availability =
      others + [Availability(resource: vehicle, days: .weekday(.wednesday), window: window(8, 17))]
    let outcome = try fixture.put(scenario)
    #expect(outcome.removed == [.availability: 1] && outcome.changes[.availability]?[.changed] == 1)
    let hours = try fixture.day(wednesday).availability.filter { $0.resource == vehicle }
    #expect(hours == scenario.availability.filter { $0.resource == vehicle })
  }

  @Test func tripsOrderedAnewComeInTheNewOrder() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 4)
    let legs = scenario.bookings.flatMap(\.legs).prefix(3).map(\.id)
    let vehicle = scenario.vehicles[0].id
    func locks(_ trips: [String]) -> [PlanLock] {
      trips.map { PlanLock(trip: $0, resource: vehicle, kind: .order) }
    }
    scenario.locks = locks(legs)
    try fixture.make(scenario)
    scenario.locks = locks([legs[2], legs[0]])
    try fixture.put(scenario)
    #expect(try fixture.day(wednesday).locks.map(\.trip) == [legs[2], legs[0]])
  }

  @Test func settingsStayUnlessTheyAreAskedFor() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 5)
    try fixture.make(scenario)
    scenario.territory.name = "Lot et alentours"
    let outcome = try fixture.put(scenario)
    #expect(outcome.keepsSettings && outcome.isIdle)
    try fixture.put(scenario, StoreImport(takesSettings: true, role: "coordination"))
    #expect(try fixture.day(wednesday).territory.name == "Lot et alentours")
    scenario.territory.id = "cantal"
    let failure = #expect(throws: Failure.self) { try fixture.put(scenario) }
    #expect(failure?.faults.first?.code == "other-territory")
  }

  /// What was driven since the year's kilometres were stated is not forgotten when they are said again, or not at all.
  @Test func kilometresSaidAgainAreNoNews() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 7)
    let id = scenario.volunteers[0].id
    scenario.volunteers[0].kilometresThisYear = 300
    try fixture.make(scenario)
    try TerritoryStore.open(fixture.path).edit { edit throws(StoreError) in
      try edit.put(Driven(volunteer: id, day: wednesday, source: .plan, kilometres: 50))
    }
    scenario.territory.date = wednesday.adding(days: 1)
    func kilometres() throws -> Double? {
      try fixture.day(scenario.territory.date).volunteers.first { $0.id == id }?
        .kilometresThisYear
    }
    for said in [300.0, 0] {
      scenario.volunteers[0].kilometresThisYear = said
      try fixture.put(scenario)
      #expect(try kilometres() == 350)
    }
    scenario.volunteers[0].kilometresThisYear = 360
    try fixture.put(scenario)
    #expect(try kilometres() == 360)
  }

  @Test func tripsSaidAgainAreNoNewsAndNoChangeOfTheVolunteer() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 7)
    let id = scenario.volunteers[0].id
    scenario.volunteers[0].recentTrips = RecentTrips(trips: 8, earlyOrLate: 2)
    try fixture.make(scenario)
    try TerritoryStore.open(fixture.path).edit { edit throws(StoreError) in
      try edit.put(
        Driven(
          volunteer: id, day: wednesday, source: .plan, kilometres: 50, trips: 3, earlyOrLate: 1))
    }
    func recent() throws -> RecentTrips? {
      try fixture.day(scenario.territory.date).volunteers.first { $0.id == id }?.recentTrips
    }
    #expect(try recent() == RecentTrips(trips: 8, earlyOrLate: 2))
    scenario.territory.date = wednesday.adding(days: 1)
    for said in [RecentTrips(trips: 8, earlyOrLate: 2), RecentTrips()] {
      scenario.volunteers[0].recentTrips = said
      try fixture.put(scenario)
      #expect(try recent() == RecentTrips(trips: 11, earlyOrLate: 3))
    }
    scenario.volunteers[0].recentTrips = RecentTrips(trips: 5)
    try fixture.put(scenario)
    #expect(try recent() == RecentTrips(trips: 5))
  }

  /// Sound by itself, but not with what is there: all of it stays out.
  @Test func whatDoesNotFitWithTheRestIsRefusedWhole() throws {
    let fixture = try StoreFixture()
    var scenario = try StoreFixture.made(seed: 6)
    func place(_ id: String) -> Place {
      Place(id: id, name: id, aliases: ["la Croix Blanche"], latitude: 44.5, longitude: 1.5)
    }
    var other = scenario
    scenario.places.append(place("vieux"))
    other.places.append(place("neuf"))
    try fixture.make(scenario)
    let failure = #expect(throws: Failure.self) { try fixture.put(other) }
    #expect(failure?.faults.contains { $0.code == "duplicate-alias" } == true)
    let counts = try TerritoryStore.open(fixture.path).read { view throws(StoreError) in
      try view.counts()
    }
    #expect(counts[.place] == scenario.places.count)
  }
}

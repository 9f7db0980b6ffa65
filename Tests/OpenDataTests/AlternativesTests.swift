import OpenData
import Planning
import Testing
import TravelTimes

/// Bookings between Alpha and Gamma, where a bus runs, and elsewhere.
@Suite struct AlternativesTests {
  private func scenario(_ bookings: [Booking], needs: [String] = []) -> Scenario {
    var scenario = Scenario(
      territory: Territory(
        id: "causse", name: "Causse", date: PlanDate(year: 2026, month: 11, day: 25)))
    scenario.places = [
      Place(id: "alpha", name: "Chez r1", latitude: 44.5005, longitude: 1.5),
      Place(id: "gamma", name: "Marché", latitude: 44.7002, longitude: 1.7),
      Place(id: "far", name: "Ferme", latitude: 44.45, longitude: 1.4),
    ]
    scenario.riders = [Rider(id: "r1", home: "alpha", needs: needs)]
    scenario.bookings = bookings
    scenario.volunteers = [
      Volunteer(id: "v1", home: "alpha", radiusKilometres: 60, needsAccepted: ["door_help"])
    ]
    scenario.vehicles = [
      FleetVehicle(id: "tad", mode: .tad, start: "alpha", end: "alpha", layouts: [["seat": 8]])
    ]
    scenario.availability = ["v1", "tad"].map {
      Availability(
        resource: $0, days: .everyDay,
        window: ClockWindow(
          start: ClockTime(hour: 6, minute: 0), end: ClockTime(hour: 20, minute: 0)))
    }
    return scenario
  }

  private func booking(_ legs: [(String, String, Anchor)], insured: Bool = false) -> Booking {
    Booking(
      id: "b1", rider: "r1", insured: insured,
      legs: legs.enumerated().map {
        Leg(id: "b1-\($0 + 1)", from: $1.0, to: $1.1, anchor: $1.2)
      })
  }

  private func day(_ scenario: Scenario) throws -> Day {
    let rules = try RuleBook(for: scenario)
    return try Day(
      scenario, rules: rules, travel: FallbackTravel(rules).matrix(of: scenario.places))
  }

  private let rule = SteeringRule(
    isOn: true, walk: 600, changes: 1, early: 3600, margin: 300, late: 3600, ratio: 2.5,
    leastDirect: 600)

  private func alternatives(_ scenario: Scenario, rule: SteeringRule? = nil) throws
    -> DayAlternatives
  {
    try #require(
      DayAlternatives(
        try day(scenario), feeds: [try FeedFixture().read().feed], ways: RandomTimetable.ways,
        rule: rule ?? self.rule))
  }

  @Test func aBusForTheAppointment() throws {
    let found = try alternatives(
      scenario([booking([("alpha", "gamma", .arriveBy(ClockTime(hour: 8, minute: 0)))])]))
    let entry = try #require(found.entries.first)
    #expect(entry.obstacles.isEmpty)
    // Both ways leave at 7:00, so fewer changes decide.
    let journey = try #require(entry.journey)
    #expect(journey.arrival <= 7 * 3600 + 55 * 60)
    #expect(journey.departure < 7 * 3600)
    #expect(found.steered().keys.sorted() == ["b1-1"])
    #expect(found.steered()["b1-1"]?.text.fr.contains("car 1 direction Gamma, de Alpha à ") == true)
  }

  @Test func tooEarlyOrNothing() throws {
    let late = try alternatives(
      scenario([booking([("alpha", "gamma", .arriveBy(ClockTime(hour: 14, minute: 0)))])]))
    #expect(late.entries[0].obstacles == [.nothingRuns])
    let far = try alternatives(
      scenario([booking([("far", "gamma", .arriveBy(ClockTime(hour: 8, minute: 0)))])]))
    #expect(far.entries[0].journey == nil)
    #expect(far.steered().isEmpty)
  }

  /// Whoever is taken there must come back: a bus for one leg alone steers nobody.
  @Test func halfABooking() throws {
    let found = try alternatives(
      scenario([
        booking([
          ("alpha", "gamma", .arriveBy(ClockTime(hour: 8, minute: 0))),
          ("gamma", "alpha", .departAfter(ClockTime(hour: 11, minute: 0))),
        ])
      ]))
    #expect(found.entries.map(\.obstacles) == [[.otherLeg], [.nothingRuns]])
    #expect(found.steered().isEmpty)
  }

  @Test func needsAndPrescriptions() throws {
    let legs = [("alpha", "gamma", Anchor.arriveBy(ClockTime(hour: 8, minute: 0)))]
    #expect(
      try alternatives(scenario([booking(legs)], needs: ["door_help"])).entries[0].obstacles
        == [.needs])
    #expect(
      try alternatives(scenario([booking(legs, insured: true)])).entries[0].obstacles == [
        .prescribed
      ])
    var short = rule
    short.walk = 10
    #expect(
      try alternatives(scenario([booking(legs)]), rule: short).entries[0].obstacles == [
        .tooFarOnFoot
      ])
    var off = rule
    off.isOn = false
    let unsteered = try alternatives(scenario([booking(legs)]), rule: off)
    #expect(unsteered.steered().isEmpty)
    #expect(unsteered.fitting == 1)
  }

  @Test("R12: volunteers are kept from a leg that a bus serves, others are not")
  func steering() throws {
    let day = try day(
      scenario([booking([("alpha", "gamma", .arriveBy(ClockTime(hour: 8, minute: 0)))])]))
    let found = try #require(
      DayAlternatives(
        day, feeds: [try FeedFixture().read().feed], ways: RandomTimetable.ways, rule: rule))
    #expect(Eligibility(day).candidates(0, of: day).count == 2)
    let steered = day.steering(found.steered())
    let eligibility = Eligibility(steered)
    #expect(eligibility.candidates(0, of: steered).map { steered.resources[$0].id } == ["tad"])
    let refusal = try #require(eligibility.refusals(0, 0).first)
    #expect(refusal.rule == "volunteer-default.steer")
    #expect(refusal.text.fr.contains("À 7 h 00, car 1"))
  }

  @Test func theShippedProfileHasTheFigures() throws {
    let rules = try RuleBook(for: scenario([]))
    let shipped = try #require(SteeringRule(rules))
    #expect(!shipped.isOn)
    #expect(shipped.early > shipped.margin)
    #expect(shipped.leastDirect == 600)
    #expect(shipped.longest(for: 60) == 1500 && shipped.longest(for: 1200) == 3000)
    #expect(WalkRule(rules)?.longest ?? 0 > 0)
  }
}

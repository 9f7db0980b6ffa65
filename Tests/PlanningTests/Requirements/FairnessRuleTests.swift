import Planning
import Testing

/// Who drives among volunteers, by what each of them has had lately and wishes for.
///
/// One leg from post 10 to post 40; `v1` lives a kilometre nearer than `v2`, which is worth 0.64 € there and back.
@Suite("Requirements on fairness among volunteers")
struct FairnessRuleTests {
  private func driver(
    by clock: String = "10:00", _ change: (inout Volunteer, inout Volunteer) -> Void,
    figures: [String: Double] = [:]
  ) throws -> String? {
    try plan(by: clock, change, figures: figures).runs.first?.resource
  }

  private func plan(
    by clock: String = "10:00", _ change: (inout Volunteer, inout Volunteer) -> Void,
    figures: [String: Double] = [:]
  ) throws -> Plan {
    var line = day(by: clock, change)
    for (key, value) in figures { line = try line.with(.objective, key, value) }
    return try line.searched()
  }

  private func day(
    by clock: String = "10:00", _ change: (inout Volunteer, inout Volunteer) -> Void
  ) -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: clock)
    line.addVolunteer("v1", home: 1, [("05:00", "22:00")])
    line.addVolunteer("v2", home: 0, [("05:00", "22:00")])
    var (first, second) = (line.scenario.volunteers[0], line.scenario.volunteers[1])
    change(&first, &second)
    line.scenario.volunteers = [first, second]
    return line
  }

  @Test("R38: the trips of the last weeks decide, early ones for an early leg alone")
  func recentTrips() throws {
    #expect(try driver { v1, _ in v1.tripsLately = 6 } == "v1")
    #expect(try driver { v1, _ in v1.tripsLately = 7 } == "v2")
    #expect(try driver({ v1, _ in v1.tripsLately = 7 }, figures: ["volunteer_trips": 0]) == "v1")
    // What both have had weighs between them by the difference alone.
    #expect(try driver { ($0.tripsLately, $1.tripsLately) = (27, 21) } == "v1")
    #expect(try driver { ($0.tripsLately, $1.tripsLately) = (28, 21) } == "v2")
    let early: (inout Volunteer, inout Volunteer) -> Void = { v1, _ in
      v1.recentTrips = RecentTrips(trips: 2, earlyOrLate: 2)
    }
    #expect(try driver(early) == "v1")
    #expect(try driver(by: "07:20", early) == "v2")
    #expect(try driver(by: "07:20", early, figures: ["early_until": 5]) == "v1")
    #expect(try driver(by: "19:50", early, figures: ["late_from": 22]) == "v1")
    #expect(try driver(by: "19:50", early) == "v2")
  }

  @Test("R38: a trip goes to who is further below the own wish, and what goes beyond one is told")
  func wishes() throws {
    let noTrips = ["volunteer_trips": 0.0]
    let eager: (inout Volunteer, inout Volunteer) -> Void = { _, v2 in
      (v2.wishedTripsAWeek, v2.tripsLately) = (2, 4)
    }
    // Four trips in four weeks are one a week less than wished for.
    #expect(try driver(eager, figures: noTrips) == "v2")
    #expect(try driver(eager, figures: ["volunteer_trips": 0, "volunteer_wish": 0.5]) == "v1")
    func beyond(_ plan: Plan) -> Double? { plan.tiers.first { $0.id == "wishes" }?.value }
    #expect(try beyond(plan(eager, figures: noTrips)) == 0)
    let tired = try plan { v1, _ in (v1.wishedTripsAWeek, v1.tripsLately) = (1, 8) }
    #expect(tired.runs.map(\.resource) == ["v2"] && beyond(tired) == 1)
    // With the trip of the day nine in four weeks.
    let still = try plan(
      { v1, _ in (v1.wishedTripsAWeek, v1.tripsLately) = (1, 8) },
      figures: ["volunteer_trips": 0, "volunteer_wish": 0.1])
    #expect(still.runs.map(\.resource) == ["v1"] && beyond(still) == 1.25)
    #expect(try beyond(plan { _, _ in }) == nil)
  }

  @Test("R38: a history that cannot be is a fault, and so are prices without their weeks")
  func badHistory() throws {
    #expect(day { v1, _ in v1.tripsLately = -1 }.faults() == ["negative"])
    #expect(day { v1, _ in v1.wishedTripsAWeek = -0.5 }.faults() == ["negative"])
    let more = day { v1, _ in v1.recentTrips = RecentTrips(trips: 3, earlyOrLate: 4) }
    #expect(more.faults() == ["more-than-all"])
    let line = day { _, _ in }
    #expect(try line.with(.objective, "history_weeks", 2.5).faults() == ["bad-figure"])
    #expect(try line.with(.objective, "volunteer_wish", 1, "EUR/km").faults() == ["bad-figure"])
    for key in ["history_weeks", "early_until", "late_from"] {
      var other = line
      var profile = try line.rules.profile(.objective)
      profile.figures[key] = nil
      other.scenario.profiles = [profile]
      #expect(other.faults() == ["missing-figure"])
    }
  }
}

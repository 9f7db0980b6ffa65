import DialARide
import Planning
import Testing

/// The scenarios by which coordinators would judge the tool, as far as a day's plan covers them.
@Suite("Acceptance scenarios")
struct AcceptanceTests {
  private func waiting(_ line: LineTerritory) throws -> Run {
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    return try #require(plan.runs.first)
  }

  @Test("R28: waiting 79 minutes against driving 18 km home and back")
  func waitOrGoHome() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 0, to: 18, by: "10:00", back: .release(LineTerritory.at("11:16"), spread: 0))
    line.addVolunteer("v1", home: 0)
    // Waiting costs 79 min × 2 €/h = 2.63 €, going home 36 km × 0.32 € = 11.52 €.
    #expect(try waiting(line).stops.map(\.kind) == [.pickup, .delivery, .pickup, .delivery])
    #expect(try waiting(line).metres == 36_000)
    // At 15 €/h the wait would cost 19.75 €: now the volunteer drives home.
    var volunteer = try #require(try ShippedProfiles.all().first { $0.kind == "volunteer" })
    volunteer.figures["wait_value"]?.value = 15
    line.scenario.profiles = [volunteer]
    let home = try waiting(line)
    #expect(home.stops.map(\.kind) == [.pickup, .delivery, .base, .pickup, .delivery])
    #expect(home.metres == 72_000)
    // Accompanying forces the wait, whatever it costs.
    line.scenario.bookings[0].accompany = true
    #expect(try waiting(line).stops.map(\.kind) == [.pickup, .delivery, .pickup, .delivery])
  }

  @Test("R27: an accompanied stay longer than the wait accepted is refused with both durations")
  func stayTooLong() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 0, to: 18, by: "10:00", back: .release(LineTerritory.at("12:00"), spread: 0)
    ) { $0.accompany = true }
    line.addVolunteer("v1", home: 0)
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .driverLimit)
    #expect(reason.rule == "longest-wait")
    #expect(reason.text.fr.contains("1 h 30"))
  }

  @Test("R2: the outward trip fits, the return does not: refused whole, the return is named")
  func returnImpossible() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("15:00"), spread: 0))
    line.addVolunteer("v1", home: 0, [("07:00", "14:00")])
    let plan = try line.planned()
    #expect(plan.runs.isEmpty)
    let refused = try #require(plan.unserved.first)
    #expect(refused.legs == ["b1-1", "b1-2"])
    #expect(refused.reasons.map(\.code) == [.noResourceInTime, .linkedLeg])
    #expect(refused.reasons[0].leg == "b1-2")
    #expect(refused.reasons[0].proven)
    #expect(refused.reasons[1].leg == "b1-2")
  }

  @Test("R16: a trip that the health insurance pays is not for the volunteers")
  func insured() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00") { $0.insured = true }
    line.addVolunteer("v1", home: 0)
    line.addVolunteer("v2", home: 5)
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .notEligible)
    #expect(reason.rule == "volunteer-default.excludes_insured")
    #expect(reason.resources == 2 && reason.ofResources == 2)
    #expect(reason.proven)
    // A scheme without that rule takes it.
    var volunteer = try #require(try ShippedProfiles.all().first { $0.kind == "volunteer" })
    volunteer.figures["excludes_insured"]?.value = 0
    line.scenario.profiles = [volunteer]
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test(
    "R12: 104 km are too far for social transport, on either ground",
    arguments: [
      SocialCriterion.place, .resources,
    ])
  func tooFar(_ criterion: SocialCriterion) throws {
    var line = LineTerritory(posts: [0, 4, 104])
    line.addOutward(1, from: 0, to: 104, by: "12:00")
    line.scenario.riders[0].socialCriterion = criterion
    line.addVolunteer("v1", home: 0) { $0.radiusKilometres = 200 }
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .notEligible)
    #expect(reason.rule == "tus-2019.most_distance")
    #expect(reason.text.fr.contains("104 km") && reason.text.fr.contains("100 km"))
    // From 4 km on it is 100 km exactly, which is allowed.
    line.scenario.bookings[0].legs[0].from = "k4"
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R42: a new booking does not move a promised pick-up beyond ten minutes")
  func promise() throws {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [
        Leg(
          id: "b1-1", from: "k10", to: "k30", anchor: .departAfter(LineTerritory.at("09:20")),
          latestAfter: 3600)
      ])
    line.addVolunteer("v1", home: 0)
    line.scenario.locks = [
      PlanLock(trip: "b1-1", resource: "", kind: .promise, time: LineTerritory.at("09:40"))
    ]
    let compiled = try line.compiled()
    #expect(
      compiled.problem.draft.locks == [
        .time(
          stop: StopReference(0, .pickup),
          window: TimeWindow(9.5 * 3600, 9.5 * 3600 + 1200))
      ])
    line.addOutward(2, from: 12, to: 30, by: "10:45")
    let pickup = try #require(
      try line.planned().runs.flatMap(\.stops).first { $0.leg == "b1-1" && $0.kind == .pickup })
    #expect(abs(pickup.start - (9 * 3600 + 40 * 60)) <= 600)
    // Moved by hand to 09:55, the check names the promise.
    var plan = try line.planned()
    for r in plan.runs.indices { plan.runs[r] = plan.runs[r].delayed(by: 1800) }
    let broken = try PlanCheck(line.day()).violations(in: plan)
    #expect(broken.contains { $0.rule == "lock-time" && $0.figure == "volunteer-default.promise" })
  }

  @Test("R31, R34: a plan by hand: 11 minutes idle on board, 13 hours on duty")
  func handMade() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 0, to: 10, by: "06:35")
    line.add(
      2, home: 10,
      legs: [
        Leg(id: "b2-1", from: "k10", to: "k0", anchor: .departAfter(LineTerritory.at("18:30")))
      ])
    line.add(
      3, home: 0,
      legs: [
        Leg(id: "b3-1", from: "k0", to: "k10", anchor: .departAfter(LineTerritory.at("06:00")))
      ])
    line.addVehicle("t1", .tad, depot: 0, [("05:00", "20:00")])
    let plan = handMadePlan(line)
    let broken = try PlanCheck(line.day()).violations(in: plan)
    let idle = try #require(broken.first { $0.rule == "longest-idle-on-board" })
    #expect(idle.value == 660 && idle.limit == 300)
    #expect(idle.figure == "tad-local.idle_on_board")
    let duty = try #require(broken.first { $0.rule == "longest-duration" })
    #expect(duty.limit == 43_200)
    #expect(duty.value == 46_800)
    #expect(duty.figure == "tad-local.amplitude")
    #expect(!duty.source.isEmpty)
    #expect(duty.text.fr.contains("13 h 00") && duty.text.fr.contains("12 h 00"))
    // Nothing else is wrong but the break that was forgotten, and so all 13 hours are work.
    #expect(
      Set(broken.map(\.rule)) == [
        "longest-idle-on-board", "longest-duration", "break-missing", "longest-work",
      ])
  }

  /// One run: r3 gets in at k0, waits 11 minutes on board for r1 who gets in there too; both ride to k10; the
  /// vehicle waits there until the evening for r2.
  private func handMadePlan(_ line: LineTerritory) -> Plan {
    func time(_ clock: String) -> Int { LineTerritory.at(clock).seconds }
    func stop(_ leg: String, _ kind: RunStop.Kind, _ place: String, _ times: [String]) -> RunStop {
      RunStop(
        kind: kind, place: place, leg: leg, arrival: time(times[0]), start: time(times[1]),
        departure: time(times[1]) + 120, onBoard: 0, metres: 0)
    }
    let stops = [
      stop("b3-1", .pickup, "k0", ["06:00", "06:00"]),
      stop("b1-1", .pickup, "k0", ["06:02", "06:13"]),
      stop("b3-1", .delivery, "k10", ["06:25", "06:25"]),
      stop("b1-1", .delivery, "k10", ["06:27", "06:27"]),
      stop("b2-1", .pickup, "k10", ["06:29", "18:46"]),
      stop("b2-1", .delivery, "k0", ["18:58", "18:58"]),
    ]
    let run = Run(
      id: "t1#1", resource: "t1", mode: .tad, carrier: "t1", start: "k0", end: "k0",
      departure: time("06:00"), arrival: time("19:00"), stops: stops, metres: 20_000,
      emptyMetres: 0, driving: 1200, waiting: 0, cost: 20, layout: 0)
    let territory = line.scenario.territory
    return Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: [run], unserved: [], tiers: [],
      indicators: Indicators(), profiles: [], provenance: .test)
  }

  @Test(
    "R54: on the Sunday of the change an 08:00 appointment is an hour earlier in elapsed time")
  func clockChange() throws {
    var line = LineTerritory(date: "2026-03-29")
    line.addOutward(1, from: 10, to: 40, by: "08:00")
    line.addVolunteer("v1", home: 0, [("00:30", "12:00")])
    let compiled = try line.compiled()
    #expect(compiled.problem.windows(of: 1).first?.end == 24_900)
    // The shift from 00:30 to 12:00 lasts ten and a half hours.
    #expect(compiled.problem.vehicles[0].shift == TimeWindow(1800, 11 * 3600))
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R54: a trip past midnight")
  func pastMidnight() throws {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [
        Leg(id: "b1-1", from: "k10", to: "k0", anchor: .fixed(LineTerritory.at("24:15")))
      ])
    line.addVolunteer("v1", home: 0, [("22:00", "26:00")])
    let plan = try line.planned()
    let pickup = try #require(plan.runs.first?.stops.first)
    let clock = try #require(PlanClock(date: plan.date, timeZone: plan.timeZone))
    #expect(clock.iso8601(pickup.start) == "2026-11-26T00:15:00+01:00")
  }

  @Test("R29: on a holiday the service that closes then drives nobody")
  func holiday() throws {
    var line = LineTerritory(date: "2026-05-25")
    line.scenario.territory.holidays = [line.scenario.territory.date]
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVehicle("t1", .tad, depot: 0) { $0.closedOnHolidays = true }
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .noResourceInTime)
    #expect(reason.rule == "closed-on-holidays")
    line.scenario.territory.holidays = []
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R38: of two volunteers equally near, the one with fewer kilometres this year drives")
  func fairness() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.kilometresThisYear = 9000 }
    line.addVolunteer("v2", home: 0)
    #expect(try line.planned().runs.map(\.resource) == ["v2"])
  }
}

extension Run {
  /// The whole run that many seconds later.
  func delayed(by seconds: Int) -> Run {
    var run = self
    run.departure += seconds
    run.arrival += seconds
    for s in run.stops.indices {
      run.stops[s].arrival += seconds
      run.stops[s].start += seconds
      run.stops[s].departure += seconds
    }
    return run
  }
}

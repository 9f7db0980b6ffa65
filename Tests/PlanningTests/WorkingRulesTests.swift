import DialARide
import Planning
import Testing
import Verification

@Suite("R31: working rules")
struct WorkingRulesTests {
  private func profile(
    _ kind: String, _ change: (inout RuleProfile) -> Void
  ) throws -> RuleProfile {
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == kind })
    change(&profile)
    return profile
  }

  private func hours(_ value: Double, _ unit: String = "h") -> Figure {
    Figure(value: value, unit: unit, source: "test", status: .assumed)
  }

  private func broken(_ plan: Plan, _ line: LineTerritory) throws -> [PlanViolation] {
    try PlanCheck(line.day()).violations(in: plan)
  }

  private func wish(
    _ number: Int, from: Int, to: Int, at clock: String, in line: inout LineTerritory
  ) {
    line.add(
      number, home: from,
      legs: [
        Leg(
          id: "b\(number)-1", from: "k\(from)", to: "k\(to)",
          anchor: .departAfter(LineTerritory.at(clock)))
      ])
  }

  // MARK: Daily rest

  @Test("R31: eleven hours lie between the last end of the day before and the first start")
  func dailyRest() throws {
    var line = LineTerritory()
    wish(1, from: 0, to: 10, at: "07:30", in: &line)
    line.addVehicle("t1", .tad, depot: 0)
    let early = try line.planned()
    #expect(early.unserved.isEmpty)
    // Until 21:00 the evening before: not before 08:00.
    line.scenario.availability[0].lastEnd = LineTerritory.at("21:00")
    let compiled = try line.compiled()
    #expect(compiled.problem.vehicles[0].shift == TimeWindow(8 * 3600, 19 * 3600))
    let rested = try line.planned()
    #expect(rested.unserved.map(\.booking) == ["b1"])
    #expect(rested.unserved[0].reasons[0].code == .noResourceInTime)
    // Until 20:29 it can be done.
    line.scenario.availability[0].lastEnd = LineTerritory.at("20:29")
    #expect(try line.planned().unserved.isEmpty)
    // The plan made without that knowledge is named, with hours and source.
    line.scenario.availability[0].lastEnd = LineTerritory.at("21:00")
    let named = try #require(try broken(early, line).first { $0.rule == "daily-rest" })
    #expect(named.limit == 39_600 && (named.value ?? 0) < 39_600)
    #expect(named.figure == "tad-local.daily_rest" && !named.source.isEmpty)
    #expect(named.run == "t1#1" && named.text.fr.contains("11 h 00"))
  }

  @Test("R31: the night of the change of clocks is an hour shorter")
  func dailyRestOverTheChange() throws {
    var line = LineTerritory(date: "2026-03-29")
    line.addVehicle("t1", .tad, depot: 0, [("07:00", "19:00")])
    line.scenario.availability[0].lastEnd = LineTerritory.at("21:00")
    // 21:00 to midnight are three hours, eight more elapse until the clock shows 09:00.
    let start = try line.compiled().problem.vehicles[0].shift.start
    #expect(start == 8 * 3600)
    #expect(try line.day().clock.clockTime(Int(start)).text == "09:00")
  }

  // MARK: Amplitude and work

  @Test("R31: a split day may be 14 hours long around a pause of three")
  func splitDay() throws {
    var line = LineTerritory()
    line.addVehicle("t1", .tad, depot: 0, [("05:00", "09:00"), ("12:00", "20:00")])
    var shifts = try line.compiled().problem.vehicles.map(\.shift)
    #expect(shifts.map(\.end) == [9 * 3600, 19 * 3600])
    // Two and a half hours allow 13, anything less 12.
    line.scenario.availability[1].window?.start = LineTerritory.at("11:30")
    shifts = try line.compiled().problem.vehicles.map(\.shift)
    #expect(shifts.map(\.end) == [9 * 3600, 18 * 3600])
    line.scenario.availability[1].window?.start = LineTerritory.at("11:29")
    shifts = try line.compiled().problem.vehicles.map(\.shift)
    #expect(shifts.map(\.end) == [9 * 3600, 17 * 3600])
  }

  @Test("R31: amplitude and work of a plan by hand are told with their figures")
  func planByHand() throws {
    var line = LineTerritory()
    wish(1, from: 0, to: 10, at: "06:00", in: &line)
    wish(2, from: 10, to: 0, at: "18:40", in: &line)
    line.addVehicle("t1", .tad, depot: 0, [("05:00", "21:00")])
    let stops: [HandStop] = [
      ("b1-1", .pickup, "k0", "06:00", "06:00"),
      ("b1-1", .delivery, "k10", "06:12", "06:12"),
      ("b2-1", .pickup, "k10", "06:14", "18:40"),
      ("b2-1", .delivery, "k0", "18:52", "18:52"),
    ]
    let plain = plan(line, stops, from: "06:00", to: "18:54")
    let day = try #require(try broken(plain, line).first { $0.rule == "longest-duration" })
    #expect(day.value == 46_440 && day.limit == 12 * 3600)
    #expect(day.figure == "tad-local.amplitude")
    let work = try #require(try broken(plain, line).first { $0.rule == "longest-work" })
    #expect(work.value == 46_440 && work.limit == 10 * 3600)
    #expect(work.figure == "tad-local.longest_work")
    // Three hours at a stretch are free: 12 h 54 is then within 14 h, and 9 h 54 of work within 10 h.
    var rested = stops
    rested.insert(("", .rest, "k10", "06:14", "10:00"), at: 2)
    rested[3] = ("b2-1", .pickup, "k10", "13:00", "18:40")
    let long = plan(line, rested, from: "06:00", to: "18:54", rest: 3 * 3600)
    #expect(
      Set(try broken(long, line).map(\.rule)).isDisjoint(with: [
        "longest-duration", "longest-work", "break-missing",
      ]))
    // What the vehicle states is not stretched by any rest.
    line.scenario.vehicles[0].longestDuty = 12 * 3600
    #expect(try broken(long, line).contains { $0.rule == "longest-duration" && $0.figure == "" })
  }

  @Test("R31: a run of more than 12 hours gets a break of two and a half")
  func longBreak() throws {
    var line = LineTerritory()
    wish(1, from: 0, to: 10, at: "06:00", in: &line)
    wish(2, from: 10, to: 0, at: "18:40", in: &line)
    line.addVehicle("t1", .tad, depot: 0, [("06:00", "19:00")])
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    #expect(Verifier.violations(in: solution, of: compiled.problem) == [])
    let plan = compiled.plan(from: solution, provenance: .test)
    #expect(plan.unserved.isEmpty)
    let rests = plan.runs.flatMap(\.stops).filter { $0.kind == .rest }
    #expect(rests.contains { $0.departure - $0.start == 9000 })
    #expect(try broken(plan, line) == [])
    // The longer day is the profile's: without it one of the two is left out.
    line.scenario.profiles = [
      try profile("tad") {
        for key in ["amplitude_longer", "amplitude_longer_rest"] { $0.figures[key] = nil }
        for key in ["amplitude_longest", "amplitude_longest_rest"] { $0.figures[key] = nil }
      }
    ]
    #expect(try line.planned().unserved.count == 1)
  }

  @Test("R31: ten hours of work, the breaks due not counted")
  func longestWork() throws {
    var line = LineTerritory()
    line.addVehicle("t1", .tad, depot: 0, [("07:00", "18:30")])
    let vehicle = try line.compiled().problem.vehicles[0]
    #expect(vehicle.longestDuration == 37_200)
    line.scenario.profiles = [try profile("tad") { $0.figures["longest_work"] = nil }]
    #expect(try line.compiled().problem.vehicles[0].longestDuration == 12 * 3600)
  }

  // MARK: Driving

  @Test("R31: after four and a half hours of driving come 45 minutes")
  func unbrokenDriving() throws {
    var line = LineTerritory(posts: [0, 100, 200])
    line.add(
      1, home: 0,
      legs: [
        Leg(
          id: "b1-1", from: "k0", to: "k200", anchor: .departAfter(LineTerritory.at("08:00")))
      ])
    line.addVehicle("t1", .tad, depot: 0)
    // 200 km there, 200 km back: 400 minutes of driving, 270 are allowed.
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    let plan = compiled.plan(from: solution, provenance: .test)
    let rests = plan.runs.flatMap(\.stops).filter { $0.kind == .rest }
    #expect(rests.contains { $0.departure - $0.start == 2700 })
    #expect(try broken(plan, line) == [])
    // Without the rest the check names what was driven, from the profile's own figure.
    var driven = plan
    driven.runs[0].stops.removeAll { $0.kind == .rest && $0.departure - $0.start == 2700 }
    let named = try #require(
      try broken(driven, line).first { $0.rule == "unbroken-driving" })
    #expect((named.value ?? 0) >= 24_000 && named.limit == 16_200)
    #expect(named.figure == "tad-local.unbroken_driving" && !named.source.isEmpty)
    // A quarter of an hour and then half an hour will do.
    var parts = plan
    let rest = try #require(parts.runs[0].stops.firstIndex { $0.departure - $0.start == 2700 })
    var first = parts.runs[0].stops[rest]
    first.departure = first.start + 900
    parts.runs[0].stops[rest].arrival = first.departure
    parts.runs[0].stops[rest].start = first.departure
    parts.runs[0].stops.insert(first, at: rest)
    #expect(try !broken(parts, line).contains { $0.rule == "unbroken-driving" })
    // A VSL has no such rule in its profile.
    line.scenario.vehicles[0].mode = .taxi
    #expect(try line.compiled().problem.vehicles[0].unbrokenDriving == nil)
  }

  @Test("R31: where 45 minutes do not fit, 15 and then 30 are planned")
  func restInParts() throws {
    var line = LineTerritory(posts: [0, 100, 200])
    // 104 minutes each with the stops; between them 20 minutes, 35 and none.
    for (n, (from, to, clock)) in [
      (0, 100, "08:00"), (100, 200, "10:04"), (200, 100, "12:23"), (100, 0, "14:07"),
    ].enumerated() {
      line.add(
        n + 1, home: from,
        legs: [
          Leg(
            id: "b\(n + 1)-1", from: "k\(from)", to: "k\(to)",
            anchor: .fixed(LineTerritory.at(clock)))
        ])
    }
    line.addVehicle("t1", .tad, depot: 0)
    func rests(_ parts: Bool) throws -> [Int] {
      line.scenario.profiles = [
        try profile("tad") {
          $0.figures["break_due_after"] = self.hours(20)
          guard !parts else { return }
          for key in ["driving_rest_first", "driving_rest_second"] { $0.figures[key] = nil }
        }
      ]
      let plan = try line.planned()
      #expect(plan.unserved.isEmpty == parts)
      #expect(try broken(plan, line) == [])
      return plan.runs.flatMap(\.stops).filter { $0.kind == .rest }.map { $0.departure - $0.start }
    }
    #expect(try rests(true) == [900, 1800])
    // Whole rests alone: none fits, and somebody stays behind.
    #expect(try rests(false).allSatisfy { $0 == 2700 })
  }

  @Test("R31: volunteers keep to the softer rules that their scheme sets")
  func volunteers() throws {
    var line = LineTerritory()
    line.addVolunteer("v1", home: 0)
    let plain = try line.compiled().problem.vehicles[0]
    #expect(plain.breaks == [] && plain.unbrokenDriving == nil)
    #expect(plain.longestDuration == 36_000)
    line.scenario.profiles = [
      try profile("volunteer") {
        $0.figures["unbroken_driving"] = self.hours(2)
        $0.figures["driving_rest"] = self.hours(15, "min")
        $0.figures["daily_rest"] = self.hours(9)
      }
    ]
    line.scenario.availability[0].lastEnd = LineTerritory.at("23:00")
    let strict = try line.compiled().problem.vehicles[0]
    #expect(strict.unbrokenDriving == DrivingRule(longest: 7200, rest: 900))
    #expect(strict.shift.start == 8 * 3600)
    #expect(strict.breaks.allSatisfy { $0.duration == 900 } && !strict.breaks.isEmpty)
  }

  // MARK: Meal

  @Test("R31: a meal lies within its hours, on days that are worked through")
  func meal() throws {
    var line = LineTerritory()
    for (n, clock) in [(1, "08:00"), (2, "10:30"), (3, "12:45"), (4, "15:30")] {
      wish(n, from: n, to: n + 20, at: clock, in: &line)
    }
    line.addVehicle("t1", .tad, depot: 0)
    line.scenario.profiles = [
      try profile("tad") {
        $0.figures["meal"] = self.hours(45, "min")
        $0.figures["meal_from"] = self.hours(11.5)
        $0.figures["meal_until"] = self.hours(14)
        $0.figures["meal_due_after"] = self.hours(6)
      }
    ]
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    let meals = plan.runs.flatMap(\.stops).filter { $0.kind == .rest }
    #expect(meals.map { $0.departure - $0.start } == [2700])
    #expect(meals.allSatisfy { $0.start >= 41_400 && $0.departure <= 14 * 3600 })
    #expect(try broken(plan, line) == [])
    var hungry = plan
    hungry.runs[0].stops.removeAll { $0.kind == .rest }
    let named = try #require(try broken(hungry, line).first { $0.rule == "meal-missing" })
    #expect(named.limit == 2700 && named.figure == "tad-local.meal")
    // A morning needs none.
    line.scenario.availability[0].window?.end = LineTerritory.at("12:00")
    #expect(try line.compiled().problem.vehicles[0].breaks.allSatisfy { $0.dueAfter > 43_200 })
  }

  // MARK: Bad input

  @Test("R31: half a rule, and a meal that does not fit its hours, are told at once")
  func badFigures() throws {
    var line = LineTerritory()
    line.scenario.profiles = [
      try profile("tad") {
        $0.figures["amplitude_longer_rest"] = nil
        $0.figures["driving_rest"] = nil
        $0.figures["driving_rest_second"] = nil
        $0.figures["daily_rest"] = self.hours(-11)
        $0.figures["longest_work"] = self.hours(10, "km")
      },
      try profile("vsl") {
        $0.figures["meal"] = self.hours(1)
        $0.figures["meal_from"] = self.hours(12)
        $0.figures["meal_until"] = self.hours(12.5)
      },
    ]
    do {
      _ = try line.rules
      Issue.record("bad figures passed")
    } catch {
      let faults = try #require(error as? Faults).faults
      #expect(
        faults.filter { $0.code == "missing-figure" }.map(\.value).sorted() == [
          "amplitude_longer_rest", "driving_rest", "driving_rest_second",
        ])
      #expect(faults.filter { $0.code == "bad-figure" }.count == 3)
      #expect(faults.allSatisfy { !$0.remedy.fr.isEmpty && !$0.remedy.en.isEmpty })
    }
  }

  // MARK: Plans by hand

  private typealias HandStop = (
    leg: String, kind: RunStop.Kind, place: String, arrival: String, start: String
  )

  private func plan(
    _ line: LineTerritory, _ stops: [HandStop], from departure: String, to arrival: String,
    rest: Int = 0
  ) -> Plan {
    func time(_ clock: String) -> Int { LineTerritory.at(clock).seconds }
    let run = Run(
      id: "t1#1", resource: "t1", mode: .tad, carrier: "t1", start: "k0", end: "k0",
      departure: time(departure), arrival: time(arrival),
      stops: stops.map {
        RunStop(
          kind: $0.kind, place: $0.place, leg: $0.leg, arrival: time($0.arrival),
          start: time($0.start), departure: time($0.start) + ($0.kind == .rest ? rest : 120),
          onBoard: 0, metres: 0)
      },
      metres: 20_000, emptyMetres: 0, driving: 1200, waiting: 0, cost: 20, layout: 0)
    let territory = line.scenario.territory
    return Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: [run], unserved: [], tiers: [],
      indicators: Indicators(), profiles: [], provenance: .test)
  }
}

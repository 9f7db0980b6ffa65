import Planning
import Testing

@Suite("R58: booking deadlines")
struct DeadlineTests {
  /// A ride that volunteers and the TAD may serve, and a TAD.
  private func line(
    on date: String = "2026-11-25", made: String?, holidays: [String] = []
  ) -> LineTerritory {
    var line = LineTerritory(date: date)
    line.scenario.territory.holidays = holidays.compactMap { PlanDate($0) }
    line.addOutward(1, from: 10, to: 40, by: "10:00") {
      $0.bookedAt = made.flatMap { LocalMoment($0) }
    }
    line.addVehicle("t1", .tad, depot: 10)
    return line
  }

  private func isServed(_ line: LineTerritory) throws -> Bool {
    try line.planned().unserved.isEmpty
  }

  @Test("R58: until 16:00 the day before, a minute later no more; no moment, no test")
  func lastMinute() throws {
    #expect(try isServed(line(made: "2026-11-24T16:00")))
    #expect(try !isServed(line(made: "2026-11-24T16:01")))
    #expect(try !isServed(line(made: "2026-11-25T08:00")))
    #expect(try isServed(line(made: "2026-11-20T23:59")))
    #expect(try isServed(line(made: nil)))
  }

  @Test(
    "R58: Friday for Monday, the day before a holiday Monday for Tuesday, and a holiday Friday skipped",
    arguments: [
      ("2026-11-30", [], "2026-11-27"),
      ("2026-11-29", [], "2026-11-27"),
      ("2026-11-28", [], "2026-11-27"),
      ("2026-12-01", [], "2026-11-30"),
      // Easter Monday.
      ("2026-04-07", ["2026-04-06"], "2026-04-03"),
      // 8 May 2026 is a Friday.
      ("2026-05-11", ["2026-05-08"], "2026-05-07"),
      // The clock changes on the Sunday between.
      ("2026-03-30", [], "2026-03-27"),
      // Over the turn of the year.
      ("2027-01-04", ["2027-01-01"], "2026-12-31"),
    ] as [(String, [String], String)])
  func workingDays(date: String, holidays: [String], last: String) throws {
    #expect(try isServed(line(on: date, made: last + "T16:00", holidays: holidays)))
    #expect(try !isServed(line(on: date, made: last + "T16:01", holidays: holidays)))
  }

  @Test("R58: without the working-day rule Sunday counts, and with no day of notice the day itself")
  func calendarDays() throws {
    var line = line(on: "2026-03-30", made: "2026-03-29T16:00")
    try line.setRules("tad", ["cutoff_working_days": (0, "flag")])
    #expect(try isServed(line))
    line.scenario.bookings[0].bookedAt = LocalMoment("2026-03-29T16:01")
    #expect(try !isServed(line))
    try line.setRules(
      "tad",
      ["cutoff_working_days": (0, "flag"), "cutoff_days": (0, "count"), "cutoff_time": (7.5, "h")])
    line.scenario.bookings[0].bookedAt = LocalMoment("2026-03-30T07:30")
    #expect(try isServed(line))
    line.scenario.bookings[0].bookedAt = LocalMoment("2026-03-30T07:31")
    #expect(try !isServed(line))
  }

  @Test("R58, R45: the reason names both moments, and is proven; the coordinator may waive it")
  func words() throws {
    let plan = try line(made: "2026-11-24T16:20").planned()
    let reason = try #require(plan.unserved.first?.reasons.first)
    #expect(reason.code == .afterDeadline)
    #expect(reason.rule == "tad-local.cutoff_time")
    #expect(reason.proven && reason.resources == 1)
    #expect(
      reason.text.fr
        == "Demandé le mardi 24/11/2026 à 16:20 ; ce service prenait les demandes jusqu’au mardi "
        + "24/11/2026 à 16:00.")
    #expect(
      reason.text.en
        == "Booked on Tuesday 2026-11-24 at 16:20; this service took bookings until Tuesday "
        + "2026-11-24 at 16:00.")
    #expect(reason.leastChange?.kind == "rule" && reason.leastChange?.resource == "t1")
  }

  @Test("R58: late for the TAD alone: a volunteer still may serve it")
  func anotherOffer() throws {
    var line = line(made: "2026-11-24T18:00")
    line.addVolunteer("v1", home: 50)
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty && plan.standby.isEmpty)
    #expect(plan.runs.map(\.resource) == ["v1"])
    try line.setRules("volunteer", ["cutoff_days": (2, "count"), "cutoff_time": (18, "h")])
    #expect(try !isServed(line))
    line.scenario.bookings[0].bookedAt = LocalMoment("2026-11-23T18:00")
    #expect(try isServed(line))
  }

  @Test(
    "R58, R41: what the coordinator assigns is obeyed and told, and the checker finds what is not")
  func decided() throws {
    var line = line(made: "2026-11-24T18:00")
    line.scenario.locks = [PlanLock(trip: "b1", resource: "t1", kind: .assign)]
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    var told = try PlanCheck(line.day()).violations(in: plan)
    #expect(told.map(\.figure) == ["tad-local.cutoff_time"])
    #expect(told.map(\.decided) == [true])
    line.scenario.locks = []
    told = try PlanCheck(line.day()).violations(in: plan)
    #expect(told.map(\.rule) == ["not-eligible"])
    #expect(told.map(\.decided) == [false])
  }

  @Test(
    "R58: a moment that the clock skipped, and one after the day, are faults; a doubled hour is none"
  )
  func badMoments() throws {
    var line = line(on: "2026-03-29", made: "2026-03-29T02:30")
    line.addOutward(2, from: 10, to: 40, by: "11:00") {
      $0.bookedAt = LocalMoment("2026-03-30T00:00")
    }
    let faults = try ScenarioCheck(line.scenario, rules: line.rules).findings().faults
    #expect(
      faults.map { "\($0.code) \($0.place.pointer ?? "") \($0.value)" } == [
        "no-such-time /bookings/0/bookedAt 2026-03-29T02:30",
        "booked-after-day /bookings/1/bookedAt 2026-03-30T00:00",
      ])
    let doubled = self.line(on: "2026-10-26", made: "2026-10-25T02:30")
    #expect(try ScenarioCheck(doubled.scenario, rules: doubled.rules).findings().faults == [])
  }

  @Test("R58: a profile with half a deadline, or one that makes no sense, is refused")
  func badFigures() throws {
    func codes(_ figures: [String: (Double, String)], without key: String? = nil) throws -> [String]
    {
      var line = line(made: nil)
      try line.setRules("tad", figures)
      if let key { line.scenario.profiles[0].figures[key] = nil }
      do {
        _ = try line.rules
        return []
      } catch let faults as Faults {
        return faults.faults.map { "\($0.code) \($0.field)" }
      }
    }
    #expect(try codes([:]) == [])
    #expect(try codes([:], without: "cutoff_time") == ["missing-figure figures.cutoff_time"])
    #expect(try codes([:], without: "cutoff_days") == ["missing-figure figures.cutoff_days"])
    #expect(
      try codes(["cutoff_days": (1.5, "count"), "cutoff_time": (24, "h")]) == [
        "bad-figure figures.cutoff_days", "bad-figure figures.cutoff_time",
      ])
    #expect(try codes(["cutoff_time": (16, "count")]) == ["bad-figure figures.cutoff_time"])
    #expect(try codes(["cutoff_days": (1e300, "count")]) == ["bad-figure figures.cutoff_days"])
    #expect(try codes(["cutoff_time": (1e300, "h")]) == ["bad-figure figures.cutoff_time"])
  }
}

extension LineTerritory {
  /// Takes the shipped profile of a kind with figures of the test's own, in place of an earlier one.
  mutating func setRules(_ kind: String, _ figures: [String: (Double, String)]) throws {
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == kind })
    for (key, figure) in figures {
      profile.figures[key] = Figure(
        value: figure.0, unit: figure.1, source: "test", status: .assumed)
    }
    scenario.profiles.removeAll { $0.kind == kind }
    scenario.profiles.append(profile)
  }
}

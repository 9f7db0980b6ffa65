import Planning
import Testing

/// Hours that a driver is there, and those of them that he or she would rather keep to.
@Suite("Requirements on wished hours")
struct WishedHoursTests {
  /// One leg from post 10 to post 40 and `v1` at post 0, 80 km in all.
  private func outward(
    _ anchor: Anchor, _ change: (inout Availability) -> Void
  ) -> LineTerritory {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [Leg(id: "b1-1", from: "k10", to: "k40", anchor: anchor, latestAfter: 3600)])
    line.addVolunteer("v1", home: 0)
    change(&line.scenario.availability[0])
    return line
  }

  private func outside(_ plan: Plan) -> Double? {
    plan.tiers.first { $0.id == "wished_hours" }?.value
  }

  @Test(
    "R26: outside the wished hours a run costs by the minute, and is driven where that is worth it")
  func price() throws {
    let appointment = Anchor.arriveBy(LineTerritory.at("10:00"))
    let wishes: (inout Availability) -> Void = { $0.wishedEnd = LineTerritory.at("10:00") }
    let alone = outward(appointment, wishes)
    let plan = try alone.searched()
    let run = try #require(plan.runs.first)
    // Home again 40 minutes after the appointment, or a little sooner.
    #expect(try outside(plan) == Double(run.arrival - alone.day().elapsedHour(10)) / 60)
    #expect(try #require(outside(plan)) > 10)
    #expect(try alone.broken(plan).isEmpty)
    // Who lives at post 60 drives 100 km, 6.40 € more.
    var two = alone
    two.addVolunteer("v2", home: 60)
    func driver(_ price: Double) throws -> [String] {
      try two.with(.objective, "beyond_wished_hours", price).searched().runs.map(\.resource)
    }
    #expect(try driver(0) == ["v1"] && driver(60) == ["v2"])
    // A window that really ends then does not let it be driven.
    let hard = outward(appointment) { $0.window?.end = LineTerritory.at("10:00") }
    #expect(try hard.searched().runs.isEmpty)
    #expect(try outside(outward(appointment) { _ in }.searched()) == nil)
  }

  @Test("R26: a run waits for the wished begin where it can, and else leaves as late as it can")
  func begin() throws {
    let open = Anchor.departAfter(LineTerritory.at("08:00"))
    func plan(_ clock: String) throws -> (Run, Double?) {
      let line = outward(open) { $0.wishedStart = LineTerritory.at(clock) }
      let plan = try line.searched()
      #expect(try line.broken(plan).isEmpty)
      return (try #require(plan.runs.first), outside(plan))
    }
    // The rider is picked up between 08:00 and 09:00, ten minutes from home.
    let (late, none) = try plan("08:30")
    #expect(late.departure == 8 * 3600 + 1800 && none == 0)
    let (latest, some) = try plan("09:00")
    #expect(latest.departure == 8 * 3600 + 3000 && some == 10)
  }

  @Test("R26: wished hours outside the window are a fault")
  func faults() {
    let open = Anchor.departAfter(LineTerritory.at("08:00"))
    func faults(_ change: (inout Availability) -> Void) -> [String] {
      outward(open, change).faults()
    }
    #expect(faults { $0.wishedStart = LineTerritory.at("08:00") }.isEmpty)
    #expect(faults { $0.wishedStart = LineTerritory.at("06:00") } == ["wish-outside-hours"])
    #expect(faults { $0.wishedEnd = LineTerritory.at("21:00") } == ["wish-outside-hours"])
    #expect(
      faults {
        ($0.wishedStart, $0.wishedEnd) = (LineTerritory.at("12:00"), LineTerritory.at("12:00"))
      } == ["wish-outside-hours"])
  }
}

extension Day {
  /// Elapsed seconds at a full hour of the clock.
  fileprivate func elapsedHour(_ hour: Int) -> Int {
    clock.elapsed(ClockTime(hour: hour, minute: 0)) ?? hour * 3600
  }
}

import DialARide
import Planning
import Testing
import Verification

@Suite("R30: virtual lines")
struct VirtualLineTests {
  /// A line from k10 by k20 and k30 to k40, with half a minute to spare on every stretch.
  private func line(days: [Availability.Days] = [.everyDay]) -> LineTerritory {
    var line = LineTerritory()
    line.addVehicle("t1", .tad, depot: 0)
    line.addVehicle("t2", .tad, depot: 10)
    let stops = [("k10", "08:00"), ("k20", "08:11"), ("k30", "08:22"), ("k40", "08:33")]
    line.scenario.lines = [
      VirtualLine(
        id: "L1", vehicle: "t1", days: days,
        stops: stops.map { LineStop(place: $0.0, time: LineTerritory.at($0.1)) })
    ]
    return line
  }

  private func book(
    _ number: Int, from: Int, at clock: String, to: Int, in line: inout LineTerritory
  ) {
    line.add(
      number, home: from,
      legs: [
        Leg(
          id: "b\(number)-1", from: "k\(from)", to: "k\(to)",
          anchor: .fixed(LineTerritory.at(clock)), line: "L1")
      ])
  }

  private func plan(_ line: LineTerritory) throws -> Plan {
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    #expect(Verifier.violations(in: solution, of: compiled.problem) == [])
    let plan = compiled.plan(from: solution, provenance: .test)
    #expect(try PlanCheck(line.day()).violations(in: plan).map(\.text.en) == [])
    return plan
  }

  @Test("R30: times stand, stops that nobody booked are skipped, two may get in at one")
  func timesStand() throws {
    var line = line()
    book(1, from: 10, at: "08:00", to: 40, in: &line)
    book(2, from: 20, at: "08:11", to: 40, in: &line)
    book(3, from: 10, at: "08:00", to: 20, in: &line)
    let plan = try plan(line)
    let run = try #require(plan.runs.first)
    #expect(plan.runs.count == 1 && run.resource == "t1")
    let times = Dictionary(
      grouping: run.stops, by: \.place
    ).mapValues { Set($0.map { line.clock($0.start) }) }
    #expect(times == ["k10": ["08:00"], "k20": ["08:11"], "k40": ["08:33"]])
    #expect(run.stops.allSatisfy { $0.start == $0.departure })
  }

  @Test("R30: nothing runs where nobody booked, and nobody else is taken along")
  func onlyIfBooked() throws {
    var line = line()
    #expect(try plan(line).runs.isEmpty)
    // Somebody with the same way at the same time, not booked on the line, rides apart.
    line.add(
      2, home: 10,
      legs: [
        Leg(id: "b2-1", from: "k10", to: "k40", anchor: .departAfter(LineTerritory.at("07:50")))
      ])
    book(1, from: 10, at: "08:00", to: 40, in: &line)
    let plan = try plan(line)
    #expect(plan.unserved.isEmpty)
    #expect(plan.indicators.sharedLegs == 0)
    #expect(plan.runs.first { $0.stops.contains { $0.leg == "b1-1" } }?.resource == "t1")
  }

  @Test("R30, R42: a promise does not move a line, and another vehicle is refused by its name")
  func neverShifted() throws {
    var line = line()
    book(1, from: 20, at: "08:11", to: 30, in: &line)
    line.scenario.locks = [
      PlanLock(trip: "b1-1", resource: "", kind: .promise, time: LineTerritory.at("08:15"))
    ]
    let problem = try line.compiled().problem
    #expect(problem.draft.locks == [])
    #expect(problem.windows(of: 0).map(\.start) == problem.windows(of: 0).map(\.end))
    let arrival = 8.0 * 3600 + 22 * 60
    #expect(problem.windows(of: 1).map(\.end) == [arrival])
    let refusal = try #require(Eligibility(line.day()).refusals(0, 1).first)
    #expect(refusal.rule == "line" && refusal.text.fr.contains("L1"))
    // Moved by two minutes by hand, the check names the leg.
    var moved = try plan(line)
    for s in moved.runs[0].stops.indices {
      moved.runs[0].stops[s].start += 120
      moved.runs[0].stops[s].departure += 120
    }
    let broken = try PlanCheck(line.day()).violations(in: moved)
    #expect(broken.contains { $0.rule == "window" && $0.legs == ["b1-1"] })
  }

  @Test("R30: lines and rides on them that cannot be are told at once")
  func badInput() throws {
    var line = line(days: [.weekday(.saturday)])
    book(1, from: 10, at: "08:00", to: 40, in: &line)
    line.scenario.territory.date = PlanDate(year: 2026, month: 11, day: 28)
    book(2, from: 10, at: "08:05", to: 40, in: &line)
    book(3, from: 40, at: "08:33", to: 10, in: &line)
    book(4, from: 10, at: "08:00", to: 40, in: &line)
    line.scenario.bookings[3].legs[0].line = "L9"
    #expect(try codes(line) == ["not-on-line", "not-on-line", "unknown-line"])
    line.scenario.territory.date = PlanDate(year: 2026, month: 11, day: 25)
    line.scenario.bookings.removeLast(3)
    #expect(try codes(line) == ["line-not-running"])
    line.scenario.bookings = []
    line.scenario.lines[0].vehicle = "t9"
    line.scenario.lines[0].stops[1].place = "k99"
    line.scenario.lines[0].stops[2].time = LineTerritory.at("08:11")
    line.scenario.lines.append(line.scenario.lines[0])
    #expect(
      try codes(line) == [
        "duplicate-id", "unknown-vehicle", "unknown-place", "line-out-of-order",
        "unknown-vehicle", "unknown-place", "line-out-of-order",
      ])
  }

  private func codes(_ line: LineTerritory) throws -> [String] {
    let findings = ScenarioCheck(line.scenario, rules: try line.rules).findings()
    #expect(findings.faults.allSatisfy { !$0.remedy.fr.isEmpty && !$0.remedy.en.isEmpty })
    return findings.faults.map(\.code)
  }
}

extension LineTerritory {
  fileprivate func clock(_ elapsed: Int) -> String {
    (try? day().clock.clockTime(elapsed).text) ?? ""
  }
}

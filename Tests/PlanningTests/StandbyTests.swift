import DialARide
import Optimizer
import Planning
import Testing

@Suite("R58: standby")
struct StandbyTests {
  /// Two rides at one time and one TAD with room for one rider: `late` of them came after the deadline.
  private func rivals(late: Set<Int>, standby: Bool = true, count: Int = 2) throws -> LineTerritory
  {
    var line = LineTerritory()
    for n in 1...count {
      line.add(
        n, home: 0,
        legs: [
          Leg(id: "b\(n)-1", from: "k0", to: "k30", anchor: .fixed(LineTerritory.at("09:00")))
        ]
      ) { $0.bookedAt = LocalMoment(late.contains(n) ? "2026-11-24T17:00" : "2026-11-24T09:00") }
    }
    line.addVehicle("t1", .tad, depot: 0, seats: 1)
    try line.setRules("tad", ["cutoff_standby": (standby ? 1 : 0, "flag")])
    return line
  }

  private func solved(_ line: LineTerritory) throws -> Plan {
    let compiled = try line.compiled()
    let result = try Search(compiled.problem, options: SolverOptions(iterations: 200)).run()
    return compiled.plan(from: result.solution, provenance: .test)
  }

  @Test("R58: standby fills a seat that nobody else wants")
  func freeSeat() throws {
    let line = try rivals(late: [1], count: 1)
    let plan = try solved(line)
    #expect(plan.unserved.isEmpty)
    #expect(plan.standby == ["b1"])
    #expect(plan.tiers.map(\.id).prefix(3) == ["hard_rules", "unserved", "standby"])
    #expect(try PlanCheck(line.day()).violations(in: plan) == [])
    // Without the switch the same request is refused, and nobody is on standby.
    let strict = try solved(rivals(late: [1], standby: false, count: 1))
    #expect(strict.unserved.first?.reasons.first?.code == .afterDeadline)
    #expect(strict.standby.isEmpty && !strict.tiers.contains { $0.id == "standby" })
  }

  @Test("R58: the highest priority on standby yields to the lowest that came in time")
  func yields() throws {
    for late in 1...2 {
      var line = try rivals(late: [late])
      line.scenario.bookings[late - 1].priority = "care"
      line.scenario.bookings[2 - late].priority = "leisure"
      let plan = try solved(line)
      #expect(plan.unserved.map(\.booking) == ["b\(late)"])
      #expect(plan.standby == ["b\(late)"])
      #expect(plan.tiers.first { $0.id == "unserved" }?.value == 0)
      #expect(plan.tiers.first { $0.id == "standby" }?.value == 3)
    }
  }

  @Test("R58: among those on standby priorities still count")
  func amongThemselves() throws {
    var line = try rivals(late: [1, 2])
    line.scenario.bookings[1].priority = "care"
    #expect(try solved(line).unserved.map(\.booking) == ["b1"])
  }

  @Test(
    "R58: any number on standby weighs less than the lightest other, more than its dearest trip")
  func weights() throws {
    var line = try rivals(late: Set(2...20), count: 20)
    line.scenario.bookings[0].priority = "leisure"
    for n in 2...20 { line.scenario.bookings[n - 1].priority = ["care", "", "leisure"][n % 3] }
    let problem = try line.compiled().problem
    let penalties = problem.draft.requests.map { $0.unservedPenalty ?? 0 }
    #expect(penalties.dropFirst().reduce(0, +) < penalties[0])
    // 60 km at a euro each and the shift's hours at nothing, three times over.
    #expect(penalties.dropFirst().allSatisfy { $0 >= 3 * 60 })
  }

  @Test(
    "R58: standby keeps the other offers, and leaves a booking alone that the TAD may not serve")
  func otherOffers() throws {
    var line = try rivals(late: [1], count: 1)
    line.addVolunteer("v1", home: 0)
    #expect(try solved(line).standby == ["b1"])
    line.scenario.bookings[0].modes = [.volunteer]
    let plan = try solved(line)
    #expect(plan.standby.isEmpty && plan.unserved.isEmpty)
    line.scenario.bookings[0].modes = []
    line.scenario.locks = [PlanLock(trip: "b1", resource: "t1", kind: .assign)]
    #expect(try solved(line).standby.isEmpty)
  }

  @Test("R58, R44: the checker knows by itself who is on standby")
  func checked() throws {
    let line = try rivals(late: [1])
    var plan = try solved(line)
    plan.standby = ["b2"]
    let found = try PlanCheck(line.day()).violations(in: plan)
    #expect(found.map(\.rule) == ["standby", "standby"])
    #expect(found.map(\.legs) == [["b1-1"], ["b2-1"]])
  }
}

import DialARide
import Planning
import Synchronization
import Testing

@Suite("R45: reasons within a time")
struct ReasonEffortTests {
  private func compiled() throws -> CompiledDay {
    var line = LineTerritory()
    for n in 1...6 { line.addOutward(n, from: 10, to: 40, by: "10:00") }
    // Nobody may drive the last one, whatever the time.
    line.addOutward(7, from: 10, to: 40, by: "15:00") { $0.carrier = "elsewhere" }
    line.scenario.bookings[6].carrierPolicy = .forced
    line.addVolunteer("v1", home: 10)
    return try line.compiled()
  }

  private func plan(_ compiled: CompiledDay, _ effort: ReasonEffort) -> Plan {
    compiled.plan(
      from: Solution(routes: [], unserved: Array(0..<compiled.problem.requestCount)),
      provenance: .test, reasons: effort)
  }

  @Test("the number of threads changes no reason")
  func threads() throws {
    let compiled = try compiled()
    let one = plan(compiled, ReasonEffort(threads: 1))
    #expect(one.unserved.count == 7)
    #expect(one == plan(compiled, ReasonEffort(threads: 3)))
  }

  @Test("with no time left every booking still has a reason, and rules alone are still told")
  func noTime() throws {
    let plan = plan(try compiled(), ReasonEffort { false })
    #expect(plan.unserved.count == 7)
    for unserved in plan.unserved.prefix(6) {
      #expect(unserved.reasons.map(\.code) == [.searchLimit])
      #expect(unserved.reasons[0].leastChange == nil && !unserved.reasons[0].proven)
    }
    #expect(plan.unserved[6].reasons.contains { $0.rule == "carrier-choice" && $0.proven })
  }

  @Test("time that ends midway leaves true reasons for some and says so of the others")
  func endsMidway() throws {
    let asked = Mutex(0)
    let compiled = try compiled()
    let plan = plan(
      compiled,
      ReasonEffort {
        asked.withLock { count in
          count += 1
          return count <= 3
        }
      })
    let codes = plan.unserved.prefix(6).map { $0.reasons[0].text.en }
    #expect(codes.contains { $0.contains("no time") })
    #expect(codes.contains { !$0.contains("no time") })
  }
}

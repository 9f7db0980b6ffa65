import DialARide
import Planning
import Testing
import Verification

@Suite("Random days")
struct RandomDayTests {
  @Test("R44: what is compiled, solved and read back passes the plan's check", arguments: 1...150)
  func clean(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    let line = random.territory()
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    let numeric = Verifier.violations(in: solution, of: compiled.problem)
    #expect(numeric.filter { !$0.obeysLock } == [], "seed \(seed)")
    let plan = compiled.plan(from: solution, provenance: .test)
    let broken = try PlanCheck(compiled.day).violations(in: plan).filter { !$0.decided }
    #expect(broken.map(\.text.en) == [], "seed \(seed)")
    expectWhole(plan, compiled, seed: seed)
  }

  /// Every leg is told once, and the figures add up.
  private func expectWhole(_ plan: Plan, _ compiled: CompiledDay, seed: UInt64) {
    let served = plan.runs.flatMap(\.stops).filter { $0.kind == .pickup }.map(\.leg)
    let unserved = plan.unserved.flatMap(\.legs)
    #expect(
      (served + unserved).sorted() == compiled.day.legs.map(\.leg.id).sorted(), "seed \(seed)")
    #expect(plan.unserved.allSatisfy { !$0.reasons.isEmpty }, "seed \(seed)")
    #expect(plan.indicators.servedLegs == served.count, "seed \(seed)")
    for run in plan.runs {
      let serving = run.stops.filter { !$0.leg.isEmpty }.reduce(0) { $0 + $1.departure - $1.start }
      let resting = run.stops.filter { $0.kind == .rest }.reduce(0) { $0 + $1.departure - $1.start }
      let home = run.stops.filter { $0.kind == .base }.reduce(0) { $0 + $1.departure - $1.arrival }
      #expect(
        run.arrival - run.departure == run.driving + run.waiting + serving + resting + home,
        "seed \(seed) run \(run.id)")
    }
  }
}

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

  @Test(
    "R33, R58: days with a fallback and late bookings pass the plan's check too", arguments: 1...80)
  func outsideAndLate(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed &+ 5000)
    var line = random.territory()
    line.scenario.territory.fallbacks = [
      OutsideFallback(
        id: "taxi", fixed: 5, perKilometre: 1, budget: Double(seed) * 3, insured: seed % 2 == 0,
        needsAccepted: seed % 3 == 0 ? ["wheelchair"] : []),
      OutsideFallback(id: "other", fixed: 20, budget: 45, longestKilometres: 25),
    ]
    for index in line.scenario.bookings.indices where index % 2 == 0 {
      line.scenario.bookings[index].bookedAt = LocalMoment("2026-11-24T17:00")
    }
    if seed % 4 < 2 { try line.setRules("tad", ["cutoff_standby": (1, "flag")]) }
    let compiled = try line.compiled()
    let plan = compiled.plan(from: Greedy.solution(compiled.problem), provenance: .test)
    let broken = try PlanCheck(compiled.day).violations(in: plan).filter { !$0.decided }
    #expect(broken.map(\.text.en) == [], "seed \(seed)")
    let told =
      plan.runs.flatMap(\.stops).filter { $0.kind == .pickup }.map(\.leg)
      + plan.outside.map(\.leg) + plan.unserved.flatMap(\.legs)
    #expect(told.sorted() == compiled.day.legs.map(\.leg.id).sorted(), "seed \(seed)")
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

import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Waiting that is charged, and what can take its place: breaks and set-ups yet to come.
@Suite struct WaitingBoundTests {
  /// Neither the bound nor what its prover makes of its duals is above the cost of a solution.
  @Test(arguments: 0..<10)
  func noSolutionIsBelowTheBound(block: Int) throws {
    for seed in block * 60..<(block + 1) * 60 {
      let problem = try Problem(Self.draft(UInt64(seed)))
      var options = SolverOptions(iterations: 400)
      options.provesBound = false
      let result = try Search(problem, options: options).run()
      #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
      let most = result.cost.total + 1e-5
      let bound = LowerBounding.bound(
        problem, upperBound: 3 * result.cost.total, timeLimit: 5)
      #expect(bound.value <= most && bound.lagrangian <= most, "seed \(seed)")
      #expect(BoundProof(problem, duals: bound.duals).lagrangian <= most, "seed \(seed)")
    }
  }

  /// Three to five rides over four hours in a square of 20 minutes, one or two vehicles that pay for waiting, most
  /// with a break, half with set-ups.
  private static func draft(_ seed: UInt64) -> ProblemDraft {
    var random = SplitMix64(seed: seed)
    let rides = random.int(3...5)
    let points = (0...2 * rides).map { _ in (random.int(0...1200), random.int(0...1200)) }
    let times = points.flatMap { a in
      points.map { b in
        let (x, y) = (Double(a.0 - b.0), Double(a.1 - b.1))
        return (x * x + y * y).squareRoot()
      }
    }
    var draft = ProblemDraft(name: "waiting \(seed)")
    draft.matrices = [MatrixDraft(size: points.count, times: times)]
    let hasSetups = random.chance(0.5)
    for r in 0..<rides {
      let opens = Double(random.int(0...14_000))
      let width = Double([100, 600, 3000][random.int(0...2)])
      draft.requests.append(
        RequestDraft(
          id: "r\(r)",
          pickup: StopDraft(
            location: 1 + r, serviceTime: Double(100 * random.int(0...3)),
            windows: [TimeWindow(opens, opens + width)]),
          delivery: StopDraft(location: 1 + rides + r), load: [1],
          longestRide: Double(random.int(800...2500)), setupClass: hasSetups ? r % 2 : 0,
          unservedPenalty: Double([300, 3000, 30_000][random.int(0...2)])))
    }
    for v in 0..<random.int(1...2) {
      draft.vehicles.append(vehicle("v\(v)", hasSetups, &random))
    }
    return draft
  }

  private static func vehicle(_ id: String, _ hasSetups: Bool, _ random: inout SplitMix64)
    -> VehicleDraft
  {
    let rest = BreakDraft(
      windows: [TimeWindow(Double(random.int(0...6000)), Double(random.int(6000...20_000)))],
      duration: Double(random.int(300...2400)), dueAfter: Double(random.int(0...6000)))
    let setups = [
      [0, Double(random.int(0...900))], [Double(random.int(0...900)), 0],
    ]
    return VehicleDraft(
      id: id, start: 0, end: 0, shift: TimeWindow(0, 30_000),
      breaks: random.chance(0.75) ? [rest] : [], layouts: [[2]],
      mayReturnToBase: random.chance(0.33), costPerSecondDriven: 1,
      costPerSecondWaiting: [0.3, 1, 3][random.int(0...2)], setupTimes: hasSetups ? setups : [])
  }
}

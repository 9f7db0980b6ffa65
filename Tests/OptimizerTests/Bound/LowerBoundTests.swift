import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

@Suite struct LowerBoundTests {
  /// Whatever rules the problem has: no solution that the checker accepts costs less than the bound.
  @Test(arguments: 0..<10)
  func noSolutionIsBelowTheBound(block: Int) throws {
    for index in 0..<30 {
      let seed = UInt64(9_100_000 + block * 30 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.requests = 2...7
      generator.vehicles = 1...4
      var draft = generator.draft()
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 400
      }
      let problem = try Problem(draft)
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 300)).run()
      let isValid = Verifier.violations(in: result.solution, of: problem).isEmpty
      guard isValid else { continue }
      for upper in [Double.infinity, result.cost.total + 1e-3] {
        let bound = LowerBounding.bound(problem, upperBound: upper, timeLimit: 5)
        #expect(bound.value <= result.cost.total + 1e-6, "seed \(seed)")
        #expect(bound.lagrangian <= result.cost.total + 1e-6, "seed \(seed)")
      }
    }
  }

  /// On tiny problems without the rules that the relaxation drops, closing proves the optimum found by trying
  /// everything.
  @Test(arguments: 0..<40)
  func closingProvesTheOptimumOfTinyProblems(index: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(9_300_000 + index))
    generator.requests = 2...3
    generator.vehicles = 1...2
    generator.severalWindows = 0
    generator.withTies = false
    let problem = try Problem(Self.plain(generator.draft()))
    let optimum = BruteOptimum(problem).cost()
    let bound = LowerBounding.bound(problem, upperBound: optimum + 1e-4, timeLimit: 5)
    #expect(bound.value <= optimum + 1e-6)
    #expect(bound.value >= optimum - 1e-3, "\(bound.value) of \(optimum) by \(bound.proof)")
  }

  /// Keeps windows, rides, detours, capacity, mixing, classes, preferences, waiting, distances, trips and set-ups;
  /// drops what the bound relaxes.
  private static func plain(_ draft: ProblemDraft) -> ProblemDraft {
    var draft = draft
    for r in draft.requests.indices {
      draft.requests[r].unservedPenalty = draft.requests[r].unservedPenalty ?? 300
      draft.requests[r].latenessCost = 0
      let stop = StopDraft(location: r % 3, serviceTime: 1)
      draft.requests[r].pickup = draft.requests[r].pickup ?? stop
      draft.requests[r].delivery = draft.requests[r].delivery ?? stop
    }
    for v in draft.vehicles.indices {
      draft.vehicles[v].breaks = []
      draft.vehicles[v].mayReturnToBase = false
      draft.vehicles[v].longestDriving = nil
      draft.vehicles[v].longestIdle = nil
      draft.vehicles[v].longestIdleOnBoard = nil
      draft.vehicles[v].mostRequests = nil
      draft.vehicles[v].layoutScope = .trip
    }
    return draft
  }

  @Test func theBoundOfAnUnservableProblemIsThePenalty() throws {
    let far = MatrixDraft(size: 2, times: [0, 100, 100, 0])
    let request = RequestDraft(
      id: "a", pickup: StopDraft(location: 0), delivery: StopDraft(location: 1),
      longestRide: 50, unservedPenalty: 70)
    let draft = ProblemDraft(
      requests: [request], vehicles: [VehicleDraft(id: "v", start: 0, end: 0, costPerMetre: 1)],
      matrices: [far])
    let bound = LowerBounding.bound(try Problem(draft), upperBound: 70, timeLimit: 2)
    #expect(abs(bound.value - 70) < 1e-3)
    #expect(bound.isOptimal)
  }

  /// A work limit in place of the clock gives the same bound on every run.
  @Test func aWorkLimitFixesTheBound() throws {
    let problem = try SearchTests.town(requests: 14, vehicles: 3)
    let bounds = (0..<2).map { _ in
      let board = BoundBoard()
      board.post(upperBound: 400_000, routes: [])
      BoundWorker(problem, board: board, effort: BoundEffort(work: 60_000)).run()
      return board.bound
    }
    #expect(bounds[0] != nil && bounds[0] == bounds[1])
  }
}

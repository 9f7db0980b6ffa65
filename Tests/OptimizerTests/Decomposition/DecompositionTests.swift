import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

@Suite struct DecompositionTests {
  private static func options(_ seed: UInt64, iterations: Int, threads: Int = 2) -> SolverOptions {
    var options = SolverOptions(seed: seed, iterations: iterations, threads: threads)
    // Small problems go through the same doors as big ones.
    options.decomposition = Decomposition(threshold: 1, partSize: 4)
    return options
  }

  private static func problem(_ seed: UInt64) throws -> Problem {
    var generator = ProblemGenerator(seed: seed)
    generator.requests = 6...16
    generator.vehicles = 3...6
    var draft = generator.draft()
    for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
      draft.requests[r].unservedPenalty = 400
    }
    return try Problem(draft)
  }

  /// Links, crews, locks, orders and gaps hold over all parts, whatever the problem holds.
  @Test(arguments: 0..<10)
  func partsPutTogetherPassTheChecker(block: Int) throws {
    for index in 0..<40 {
      let seed = UInt64(9_000_000 + block * 40 + index)
      let problem = try Self.problem(seed)
      let result = try Search(problem, options: Self.options(seed, iterations: 1_000)).run()
      let violations = Verifier.violations(in: result.solution, of: problem).filter {
        !$0.obeysLock
      }
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
      #expect(abs(result.cost.total - result.solution.cost(in: problem).total) < 1e-6)
      #expect(result.iterations <= 1_000)
    }
  }

  /// Going on from a sound solution never ends worse.
  @Test(arguments: 0..<60)
  func neverWorseThanItsStart(index: Int) throws {
    let seed = UInt64(9_500_000 + index)
    let problem = try Self.problem(seed)
    let start = try Search(problem, options: SolverOptions(seed: seed, iterations: 40)).run()
    let result = try Search(problem, options: Self.options(seed, iterations: 300)).run(
      from: start.solution)
    #expect(result.cost.total <= start.cost.total + 1e-6)
  }

  @Test(arguments: 0..<8)
  func theNumberOfThreadsDoesNotMatter(index: Int) throws {
    let problem = try Self.problem(UInt64(9_700_000 + index))
    let one = try Search(problem, options: Self.options(7, iterations: 600, threads: 1)).run()
    let three = try Search(problem, options: Self.options(7, iterations: 600, threads: 3)).run()
    #expect(one.solution == three.solution)
  }
}

import DialARide
import Optimizer
import Planning
import Synthesis
import Testing
import Verification

/// Days too big to be searched whole. Built without optimisation they would take minutes.
#if !DEBUG
  @Suite struct BigDayTests {
    @Test("R51: a day of a thousand legs is planned in parts")
    func aDayOfAThousandLegsIsPlannedInParts() throws {
      let scenario = try Fixtures.day("1000", of: Fixtures.lot()).scenario
      #expect(scenario.bookings.reduce(0) { $0 + $1.legs.count } == 1_000)
      let rules = try RuleBook(for: scenario)
      let travel = FallbackTravel(rules).matrix(of: scenario.places)
      let problem = try CompiledDay(scenario, rules: rules, travel: travel).problem
      var options = SolverOptions(seed: 5, iterations: 0, threads: 2)
      options.decomposition.threshold = 500
      let first = try Search(problem, options: options).run()
      options.iterations = 1_500
      let better = try Search(problem, options: options).run()
      for result in [first, better] {
        let broken = Verifier.violations(in: result.solution, of: problem).filter { !$0.obeysLock }
        #expect(broken.isEmpty)
      }
      #expect(better.cost.total < first.cost.total)
      #expect(better.iterations == 1_500)
      #expect(better.solution.unserved.count < problem.requestCount / 5)
    }
  }
#endif

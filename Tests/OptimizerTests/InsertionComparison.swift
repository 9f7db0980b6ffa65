import DialARide
import Optimizer
import Testing

/// Each request of a solution taken out and inserted again: by the scan, and by every position pair that the scheduler
/// accepts.
enum InsertionComparison {
  /// - Returns: how many insertions both found, and how many neither.
  static func run(_ problem: Problem, seed: UInt64) throws -> (compared: Int, refused: Int) {
    let options = SolverOptions(seed: seed, iterations: 40)
    let solution = try Search(problem, options: options).run().solution
    let probe = InsertionProbe(problem: problem, solution: solution)
    var compared = 0
    var refused = 0
    for r in 0..<problem.requestCount {
      let rest = without(r, solution)
      guard rest.routes.allSatisfy({ Reference.cost($0, problem) != nil }) else { continue }
      let best = InsertionProbeTests.bruteForce(r, into: rest, problem)
      let found = probe.cheapest([r])
      #expect((found == nil) == (best == nil), "seed \(seed) request \(r)")
      if let found, let best {
        compared += 1
        #expect(abs(found.cost - best) < 1e-6, "seed \(seed) request \(r)")
      } else {
        refused += 1
      }
    }
    return (compared, refused)
  }

  private static func without(_ r: Int, _ solution: Solution) -> Solution {
    let routes = solution.routes.map { route in
      Route(vehicle: route.vehicle, stops: route.stops.filter { $0 >> 1 != r })
    }
    return Solution(routes: routes.filter { !$0.stops.isEmpty }, unserved: [r])
  }
}

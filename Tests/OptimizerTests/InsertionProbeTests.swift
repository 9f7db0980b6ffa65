import CaminTestSupport
import DialARide
import Optimizer
import Testing

/// The insertion scan, with all its pruning, against every position pair tried by scheduler and checker.
@Suite struct InsertionProbeTests {
  @Test(arguments: 0..<12)
  func findsTheCheapestPositionOfOneRequest(block: Int) throws {
    var found = 0
    for index in 0..<120 {
      let seed = block * 120 + index
      var generator = ProblemGenerator(seed: UInt64(5_000_000 + seed))
      generator.severalWindows = 0
      generator.withTies = false
      generator.likelihood = 0.2
      var draft = generator.draft()
      for v in draft.vehicles.indices {
        draft.vehicles[v].breaks = []
        draft.vehicles[v].mayReturnToBase = false
      }
      let problem = try Problem(draft)
      guard keepsTriangles(problem), problem.requestCount > 1 else { continue }
      let start = Self.someSolution(problem, without: 0)
      let best = Self.bruteForce(0, into: start, problem)
      let probe = InsertionProbe(problem: problem, solution: start)
      let insertion = probe.cheapest([0])
      #expect((insertion == nil) == (best == nil), "seed \(seed)")
      if let insertion, let best {
        found += 1
        #expect(abs(insertion.cost - best) < 1e-6, "seed \(seed)")
      }
    }
    #expect(found > 30)
  }

  /// Requests served one vehicle each, where that is feasible.
  static func someSolution(_ problem: Problem, without left: Int) -> Solution {
    var routes: [Route] = []
    var unserved = [left]
    for r in 0..<problem.requestCount where r != left {
      let stops = [2 * r, 2 * r + 1].filter {
        $0 & 1 == 0 ? problem.hasPickup[r] : problem.hasDelivery[r]
      }
      let free = (0..<problem.vehicleCount).first { v in
        problem.admissible[r * problem.vehicleCount + v] && !routes.contains { $0.vehicle == v }
          && Reference.cost(Route(vehicle: v, stops: stops), problem) != nil
      }
      if let free {
        routes.append(Route(vehicle: free, stops: stops))
      } else {
        unserved.append(r)
      }
    }
    return Solution(routes: routes, unserved: unserved.sorted())
  }

  static func bruteForce(_ r: Int, into solution: Solution, _ problem: Problem) -> Double? {
    var best: Double?
    for v in 0..<problem.vehicleCount where problem.admissible[r * problem.vehicleCount + v] {
      let old = solution.routes.first { $0.vehicle == v } ?? Route(vehicle: v, stops: [])
      let before = old.stops.isEmpty ? 0 : Reference.cost(old, problem) ?? .infinity
      for i in 0...old.stops.count {
        for j in i...old.stops.count {
          var stops = old.stops
          if problem.isRide(r) {
            stops.insert(2 * r + 1, at: j)
            stops.insert(2 * r, at: i)
          } else if i == j {
            stops.insert(problem.hasPickup[r] ? 2 * r : 2 * r + 1, at: i)
          } else {
            continue
          }
          guard let cost = Reference.cost(Route(vehicle: v, stops: stops), problem) else {
            continue
          }
          if cost - before < best ?? .infinity { best = cost - before }
        }
      }
    }
    return best
  }
}

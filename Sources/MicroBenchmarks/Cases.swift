import DialARide
import Optimizer

/// What is measured; the simplex method has a file of its own.
enum Cases {
  /// The search's test and price of a route, and the exact schedule as plans get it; one route an operation.
  static func schedules(_ input: MicroInput) -> [Measurement] {
    let problem = input.problem
    let walker = RouteWalker(SearchProblem(problem))
    let routes = input.solution.routes.map { ($0.vehicle, $0.stops.map(Int32.init), $0.stops) }
    let judged = Measurement.take("route test", operations: 2000 * routes.count) {
      var sum = 0.0
      for _ in 0..<2000 {
        for (vehicle, stops, _) in routes {
          sum += stops.withUnsafeBufferPointer { stops in
            stops.baseAddress.map { walker.judge($0, stops.count, vehicle: vehicle) } ?? 0
          }
        }
      }
      return sum
    }
    let scheduled = Measurement.take("exact schedule", operations: 100 * routes.count) {
      var sum = 0.0
      for _ in 0..<100 {
        for (vehicle, _, stops) in routes {
          let result = Scheduler.schedule(problem, vehicle: vehicle, stops: stops)
          sum += result.schedule?.departure ?? 0
        }
      }
      return sum
    }
    return [judged, scheduled]
  }

  /// The cheapest place of one request in one route.
  static func insertions(_ input: MicroInput) -> [Measurement] {
    let trial = InsertionTrial(input.problem, input.solution)
    let pairs = trial.pairs
    return [
      Measurement.take("insertion scan", operations: 20 * pairs.count) {
        var feasible = 0.0
        for _ in 0..<20 {
          for (request, vehicle) in pairs where trial.scan(request, vehicle: vehicle).isFinite {
            feasible += 1
          }
        }
        return feasible
      }
    ]
  }

  /// A whole search by iterations, one thread, no bound: its construction and recombinations are in the figure.
  static func search(_ input: MicroInput) throws -> [Measurement] {
    var options = SolverOptions(seed: 1, iterations: 2000)
    options.provesBound = false
    let search = Search(input.problem, options: options)
    return [
      try Measurement.take("ruin and recreate", operations: 2000, samples: 5) {
        try search.run().cost.total
      }
    ]
  }

  /// All classes priced once under multipliers read off the solution.
  static func pricing(_ input: MicroInput) throws -> [Measurement] {
    guard let trial = PricingTrial(input.problem) else {
      throw MicroFailure("the fragments of \(input.problem.draft.name) are too many to price")
    }
    let duals = input.duals
    return [false, true].map { exactly in
      let name = exactly ? "pricing round, exact" : "pricing round, heuristic"
      return Measurement.take(name, operations: 1, samples: 5) {
        Double(trial.round(duals, exactly: exactly))
      }
    }
  }
}

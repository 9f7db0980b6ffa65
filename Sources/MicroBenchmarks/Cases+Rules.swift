import DialARide
import Optimizer

extension Cases {
  /// What the rules cost the search: the same iterations over the legs of one day, under all of its rules and without.
  static func rules(_ input: MicroInput) throws -> [Measurement] {
    let iterations = 1000
    let bare = try Problem(input.day.draft.withoutRules)
    return try [("with", input.day), ("without", bare)].map { name, problem in
      var options = SolverOptions(seed: 1, iterations: iterations)
      options.provesBound = false
      let search = Search(problem, options: options)
      let title = "iteration \(name) rules"
      return try Measurement.take(title, operations: iterations, samples: 5) {
        try search.run().cost.total
      }
    }
  }
}

extension ProblemDraft {
  /// The same stops, windows, loads, shifts and costs, and who may drive whom: a pickup and delivery problem with no
  /// other rule. Each vehicle has the most room of all of its layouts.
  fileprivate var withoutRules: ProblemDraft {
    var draft = self
    for r in draft.requests.indices {
      draft.requests[r].longestRide = nil
      draft.requests[r].longestDetour = nil
      draft.requests[r].ridesAlone = false
      draft.requests[r].mixingClass = 0
      draft.requests[r].setupClass = 0
    }
    for v in draft.vehicles.indices { draft.vehicles[v].dropRules() }
    draft.links = []
    draft.locks = []
    draft.crews = []
    draft.mixing = []
    return draft
  }
}

extension VehicleDraft {
  fileprivate mutating func dropRules() {
    breaks = []
    longestDuration = nil
    longestDistance = nil
    longestDriving = nil
    mostTrips = nil
    mostRequests = nil
    longestIdle = nil
    longestIdleOnBoard = nil
    mayReturnToBase = false
    setupTimes = []
    layoutScope = .route
    guard let first = layouts.first else { return }
    layouts = [layouts.dropFirst().reduce(first) { zip($0, $1).map(max) }]
  }
}

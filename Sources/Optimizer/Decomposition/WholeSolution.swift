import DialARide

/// The solution of the whole problem between two rounds.
struct WholeSolution: Sendable {
  /// By vehicle; `nil` where it is not used.
  private(set) var routes: [Route?]
  /// Vehicle of each request, -1 where it is unserved.
  private(set) var vehicleOf: [Int]
  /// Objective, without requests that must be served and are not.
  private(set) var cost = 0.0
  /// Requests that must be served and are not.
  private(set) var missing = 0

  /// Nobody served.
  init(_ problem: Problem) {
    routes = Array(repeating: nil, count: problem.vehicleCount)
    vehicleOf = Array(repeating: -1, count: problem.requestCount)
    for forms in problem.demands {
      let penalty = problem.unservedPenalty[forms[0]]
      if penalty.isFinite { cost += penalty } else { missing += 1 }
    }
  }

  /// The solution that these routes make; where two serve the same demand, the later one is left out.
  init(_ problem: Problem, routes: [Route]) {
    self.init(problem)
    for route in routes {
      let requests = Set(route.stops.filter(problem.isRequestStop).map { $0 >> 1 })
      let isNew = requests.allSatisfy { r in
        problem.forms(of: r).allSatisfy { vehicleOf[$0] < 0 && ($0 == r || !requests.contains($0)) }
      }
      guard self.routes[route.vehicle] == nil, isNew else { continue }
      self.routes[route.vehicle] = route
      for r in requests { vehicleOf[r] = route.vehicle }
    }
    let costs = solution(of: problem).cost(in: problem)
    cost = costs.total
    missing = costs.mandatoryUnserved
  }

  /// The routes without the requests whose company is not served, or not as it must be; `nil` where all is
  /// well.
  func withoutBrokenTies(_ problem: Problem) -> [Route]? {
    let broken = vehicleOf.indices.filter { r in
      guard vehicleOf[r] >= 0 else { return false }
      return problem.company(of: r).contains { forms in forms.allSatisfy { vehicleOf[$0] < 0 } }
        || problem.sameVehicleAs[r].contains {
          vehicleOf[$0] >= 0 && vehicleOf[$0] != vehicleOf[r]
        }
    }
    guard !broken.isEmpty else { return nil }
    let falling = Set(broken)
    return routes.compactMap { route in
      guard let route else { return nil }
      let stops = route.stops.filter { !problem.isRequestStop($0) || !falling.contains($0 >> 1) }
      return stops.contains(where: problem.isRequestStop)
        ? Route(vehicle: route.vehicle, stops: stops) : nil
    }
  }

  /// Gives the vehicles of a part the routes found for them.
  mutating func adopt(_ outcome: PartOutcome, of part: Part) {
    for r in part.requests { vehicleOf[r] = -1 }
    for v in part.vehicles { routes[v] = nil }
    for route in outcome.routes {
      routes[route.vehicle] = route
      for stop in route.stops where stop < 2 * vehicleOf.count {
        vehicleOf[stop >> 1] = route.vehicle
      }
    }
    cost += outcome.costChange
    missing += outcome.missingChange
  }

  /// Requests of a vehicle's route, in order of their first stop.
  func requests(of vehicle: Int) -> [Int] {
    guard let route = routes[vehicle] else { return [] }
    var seen: Set<Int> = []
    return route.stops.filter { $0 < 2 * vehicleOf.count }.map { $0 >> 1 }
      .filter { seen.insert($0).inserted }
  }

  var servedCount: Int { vehicleOf.reduce(0) { $0 + ($1 < 0 ? 0 : 1) } }
  var usedVehicles: Int { routes.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// As others read it.
  func solution(of problem: Problem) -> Solution {
    Solution(
      routes: routes.compactMap(\.self), unserved: problem.unserved { vehicleOf[$0] >= 0 })
  }
}

import DialARide

/// A solution under search: one route a vehicle (possibly empty), shared with other solutions until it changes.
struct SearchSolution: Sendable {
  private(set) var routes: [SearchRoute]
  /// Changes with everything that insertions into a vehicle depend on: its route, and those of its crew.
  private(set) var stamps: [UInt64]
  /// Vehicle of each request, -1 where it is unserved.
  var vehicleOf: [Int32]
  /// Routing cost plus the penalties of all unserved demands. Of a demand at most one form is ever served, so that serving
  /// it takes its penalty off once, whichever form it is.
  var cost: Double

  /// Nobody served.
  init(_ p: SearchProblem, empty: [SearchRoute]) {
    routes = empty
    stamps = empty.map(\.stamp)
    vehicleOf = Array(repeating: -1, count: p.requestCount)
    cost = p.problem.demands.reduce(0) { $0 + p.penalty[$1[0]] }
    for crew in p.crews { stampCrew(crew) }
  }

  /// Whether some form of the request's demand is served.
  func servesDemand(of r: Int, _ p: SearchProblem) -> Bool {
    vehicleOf[r] >= 0 || p.hasChoices && p.problem.forms(of: r).contains { vehicleOf[$0] >= 0 }
  }

  /// Gives a vehicle another route; costs and `vehicleOf` are the caller's.
  mutating func setRoute(_ route: SearchRoute, of vehicle: Int, _ p: SearchProblem) {
    routes[vehicle] = route
    let crew = p.vehicles[vehicle].crew
    if crew < 0 {
      stamps[vehicle] = route.stamp
    } else {
      stampCrew(p.crews[Int(crew)])
    }
  }

  /// Sends out a vehicle that has no route yet, with requests that nobody serves yet.
  mutating func use(_ route: SearchRoute, _ p: SearchProblem) {
    setRoute(route, of: route.vehicle, p)
    cost += route.cost
    for r in route.requests {
      vehicleOf[Int(r)] = Int32(route.vehicle)
      cost -= p.penalty[Int(r)]
    }
  }

  private mutating func stampCrew(_ crew: [Int]) {
    // Stamps are small consecutive numbers: each must be scattered before the next comes in.
    var mixed: UInt64 = 0
    for member in crew {
      mixed = (mixed ^ routes[member].stamp) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    for member in crew { stamps[member] = mixed }
  }

  var servedCount: Int { vehicleOf.reduce(0) { $0 + ($1 < 0 ? 0 : 1) } }
  var usedVehicles: Int { routes.reduce(0) { $0 + ($1.count > 0 ? 1 : 0) } }
}

import DialARide

extension Workbench {
  /// The solution as others read it: breaks and base visits in place, routes scheduled.
  func write(_ solution: SearchSolution, _ groups: Groups) -> Solution {
    var kept = solution
    while true {
      var routes: [Route] = []
      var refused: SearchRoute?
      for route in kept.routes where route.count > 0 {
        if let written = write(route) { routes.append(written) } else { refused = route }
      }
      guard let refused else {
        return Solution(
          routes: routes, unserved: p.problem.unserved { kept.vehicleOf[$0] >= 0 })
      }
      // Rounding at the edge of a limit: rather leave people out than promise what cannot be kept.
      var fallen = groups.closure(of: refused.requests.map(Int.init))
      remove(&fallen, from: &kept)
    }
  }

  /// The routes in use that differ from those of another solution; `nil` where one cannot be scheduled.
  func changes(in solution: SearchSolution, from other: SearchSolution) -> [Route]? {
    var changed: [Route] = []
    for route in solution.routes
    where route.count > 0 && route !== other.routes[route.vehicle] {
      guard let written = write(route) else { return nil }
      changed.append(written)
    }
    return changed
  }

  private func write(_ route: SearchRoute) -> Route? {
    let stops = route.stops
    _ = walker.judge(stops, stops.count, vehicle: route.vehicle)
    let full = (1...walker.count).map { Int(walker.stop[$0]) }
    let result = Scheduler.schedule(p.narrowed, vehicle: route.vehicle, stops: full)
    guard case .feasible(let schedule) = result else { return nil }
    return Route(vehicle: route.vehicle, stops: full, schedule: schedule)
  }

  /// The search's form of a given solution; routes that are not feasible are cleared.
  func read(_ solution: Solution) -> SearchSolution {
    var read = emptySolution()
    for route in solution.routes where route.vehicle < p.vehicleCount {
      let stops = route.stops.filter { $0 < p.firstBreak }.map(Int32.init)
      guard read.routes[route.vehicle].count == 0,
        let made = makeRoute(stops, stops.count, vehicle: route.vehicle)
      else { continue }
      read.use(made, p)
    }
    return read
  }
}

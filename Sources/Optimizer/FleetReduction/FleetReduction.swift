/// Serves the same requests with fewer vehicles: guided ejection search (Nagata and Kobayashi 2010; for pickups
/// and deliveries also Curtois et al. 2018, Sartori and Buriol 2020).
///
/// One route after the other is dissolved. Its requests wait on a stack; the topmost goes to a row where it
/// fits, or else to one where up to three others have to leave, those with the least sum of penalties, a
/// request's penalty being the number of times it found no place. Random moves between routes follow every
/// ejection. When the stack is empty, a vehicle is saved; when the effort for one route ends before that, the
/// routes are put back as they were and another one is tried.
///
/// Every step keeps all rules (`FleetRules` says how), and whoever was served stays served.
struct FleetReduction {
  let p: SearchProblem
  let rules: FleetRules
  let bench: Workbench
  /// Ejections before another route is tried.
  private let patience: Int
  /// Attempts in a row that save no vehicle before the fleet is taken to be as small as it gets.
  private static let mostFailures = 40

  init(_ p: SearchProblem, rules: FleetRules, bench: Workbench) {
    self.p = p
    self.rules = rules
    self.bench = bench
    patience = 2_000 + 300 * p.requestCount
  }

  /// The solution with as few vehicles as are found, or `nil` if that is not cheaper.
  ///
  /// - Parameter goOn: asked before each ejection, with the number of ejections so far.
  func improve(
    _ solution: SearchSolution, _ random: inout RandomSource, goOn: (Int) -> Bool
  ) -> SearchSolution? {
    let routes = FleetRoutes(p, rules: rules, walker: bench.walker, solution: solution)
    let search = EjectionSearch(p, rules: rules, routes: routes)
    var ejections = 0
    var hasSaved = false
    var failures = 0
    while failures < Self.mostFailures, goOn(ejections),
      let target = target(routes, failures, &random)
    {
      let before = (0..<routes.rowCount).map { routes.stops(of: $0) }
      // An attempt counts as an ejection, so that one that ends at once counts at all.
      ejections += 1
      let start = ejections
      let isDissolved = search.dissolve(target, &random) {
        guard ejections - start < patience, goOn(ejections) else { return false }
        ejections += 1
        return true
      }
      if isDissolved {
        hasSaved = true
        failures = 0
        continue
      }
      for index in 0..<routes.rowCount { routes.setStops(before[index], of: index) }
      failures += 1
    }
    guard hasSaved, let reduced = write(routes, from: solution), reduced.cost < solution.cost
    else { return nil }
    return reduced
  }

  /// A row to dissolve: at first the one with fewest stops, after failures any.
  private func target(
    _ routes: FleetRoutes, _ failures: Int, _ random: inout RandomSource
  ) -> Int? {
    let used = (0..<routes.rowCount).filter { routes.row($0).count > 0 }
    guard used.count > 1 else { return nil }
    let open = used.filter { index in
      let vehicle = routes.row(index).vehicle
      return p.vehicles[vehicle].fixedCost > 0 && !rules.isApart[vehicle]
        && routes.stops(of: index).allSatisfy { !rules.isPinned[Int($0) >> 1] }
    }
    guard !open.isEmpty else { return nil }
    if failures > 0 { return open[random.below(open.count)] }
    return open.min { (routes.row($0).count, $0) < (routes.row($1).count, $1) }
  }

  /// The solution with the routes as they are now; `nil` if the walker refuses one by rounding.
  private func write(_ routes: FleetRoutes, from solution: SearchSolution) -> SearchSolution? {
    var result = solution
    for index in 0..<routes.rowCount {
      let vehicle = routes.row(index).vehicle
      let stops = routes.stops(of: index)
      if stops == solution.routes[vehicle].stops { continue }
      guard let route = bench.makeRoute(stops, stops.count, vehicle: vehicle) else { return nil }
      result.cost += route.cost - result.routes[vehicle].cost
      result.setRoute(route, of: vehicle, p)
      for r in route.requests { result.vehicleOf[Int(r)] = Int32(vehicle) }
    }
    return result
  }
}

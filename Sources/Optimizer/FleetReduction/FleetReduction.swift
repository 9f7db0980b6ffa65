/// Serves the same requests with fewer vehicles.
///
/// One route after the other is dissolved, and its requests looked after by `EjectionSearch`. When all have a place, a
/// vehicle is saved; when the effort for one route ends before that, the routes are put back as they were and
/// another one is tried.
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
    let routes = FleetRoutes(
      p, rules: rules, walker: bench.walker, solution: solution,
      vehicles: solution.routes.indices.filter { solution.routes[$0].count > 0 })
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
    guard hasSaved, let reduced = routes.write(from: solution, on: bench),
      reduced.cost < solution.cost
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
}

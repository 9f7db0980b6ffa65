import DialARide

/// Lists every route that a solution cheaper than a cap can contain.
///
/// Let L be the Lagrangian bound of multipliers `pi`, and `least` the class's term in it (at most zero, not above
/// any reduced cost). A solution with a route of reduced cost `r` costs at least `L + r - least`: in the proof of L
/// (`Lagrangian`) the term of that vehicle, `least`, becomes `r`. So routes with `r >= least + cap - L` are in
/// no solution cheaper than the cap. Nor are routes with one of two tied requests, or with two
/// forms of one demand. Of the rest only the cheapest order of each set of requests is kept.
struct RouteEnumeration {
  let p: BoundProblem
  let pricers: [any RoutePricing]
  let limits: ClosingLimits

  /// All routes, or `nil` where there are too many or the effort is spent.
  func routes(
    _ point: ColumnGeneration.DualPoint, cap: Double, _ effort: BoundEffort, _ work: inout Int
  ) -> [PooledRoute]? {
    var pool: [PooledRoute] = []
    let gap = cap - point.bound
    for (k, pricer) in pricers.enumerated() {
      let duals = point.duals.multipliers(of: k)
      pricer.prepare(duals, keepsAll: true)
      let threshold = point.least[k] + gap + 1e-9 * abs(cap)
      let before = work
      let isWhole = pricer.run(
        .enumeration, threshold: threshold, most: limits.labels, stop: { effort.isOver(before) })
      work += pricer.effort + 1000
      guard isWhole else { return nil }
      var cheapest: [BitMask: Int] = [:]
      for route in pricer.routes(most: .max) {
        let requests = pricer.requests(of: route)
        if cheapest[requests] != nil || breaksLink(requests) { continue }
        cheapest[requests] = pool.count
        let cost = requests.members.reduce(route.reducedCost) { $0 + duals[$1] }
        pool.append(
          PooledRoute(classIndex: k, cost: cost, requests: requests, label: route.label))
      }
      if pool.count > limits.routes { return nil }
    }
    return pool
  }

  private func breaksLink(_ requests: BitMask) -> Bool {
    if p.ties.contains(where: { requests.contains($0.first) != requests.contains($0.second) }) {
      return true
    }
    guard p.problem.hasChoices else { return false }
    let rows = p.rows(of: requests)
    return Set(rows).count < rows.count
  }
}

/// How far closing may go.
struct ClosingLimits {
  /// Labels a class.
  var labels = 1_500_000
  /// Routes over all classes.
  var routes = 300_000
  /// Routes in the integer program.
  var integerColumns = 6_000
  var cutRounds = 25
  var cutsPerRound = 40
}

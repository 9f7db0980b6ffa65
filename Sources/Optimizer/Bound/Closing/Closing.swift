/// Raises the bound above that of column generation by enumeration: all routes that better solutions can contain
/// are listed, and an integer program finds the best solution they allow.
///
/// Where the gap to the incumbent leaves too many routes, a lower cap is tried. Any solution either costs at least
/// the cap, or consists of routes of the enumeration and costs at least what is proved of those: so the smaller
/// of the two is a bound, whatever the cap (`RouteEnumeration`, `ClosingProgram`).
struct Closing {
  let p: BoundProblem
  let pricers: [any RoutePricing]
  let point: ColumnGeneration.DualPoint
  private let limits = ClosingLimits()
  /// The best bound proved.
  private(set) var value: Double
  private(set) var proof = LowerBound.Proof.columnGeneration
  private(set) var work = 0
  /// Smallest gap for which the enumeration was given up.
  private var hopeless = Double.infinity

  init(_ p: BoundProblem, pricers: [any RoutePricing], point: ColumnGeneration.DualPoint) {
    self.p = p
    self.pricers = pricers
    self.point = point
    value = point.bound
  }

  /// Whether nothing is left to prove.
  func isSettled(_ upper: Double) -> Bool { value >= upper - 1e-6 * max(1, abs(upper)) }

  /// Raises the bound as far as the incumbent's cost allows; the routes of a better solution, if one was found.
  mutating func close(upper: Double, _ effort: BoundEffort) throws -> [BoundRoute] {
    var gap = upper - point.bound
    guard gap > 0 else { return [] }
    if gap >= hopeless { gap = hopeless / 2 }
    let enumeration = RouteEnumeration(p: p, pricers: pricers, limits: limits)
    while !effort.isOver(work), gap > 1e-6 * abs(upper) {
      let cap = min(upper, point.bound + gap)
      if cap <= value { return [] }
      guard let pool = enumeration.routes(point, cap: cap, effort, &work) else {
        hopeless = min(hopeless, gap)
        gap /= 2
        continue
      }
      return try solve(pool, cap: cap, effort)
    }
    return []
  }

  private mutating func solve(_ pool: [PooledRoute], cap: Double, _ effort: BoundEffort) throws
    -> [BoundRoute]
  {
    work += pool.count
    var program = ClosingProgram(p, pool, point, cap: cap, limits)
    switch try program.run(effort) {
    case .proved(let bound):
      if bound > value {
        value = bound
        proof = bound >= cap ? .enumeration : .columnGeneration
      }
      return []
    case .solved(let objective, let routes):
      // The integer solver's tolerance, about 1e-7 of the objective.
      value = max(value, objective - 2e-7 * max(1, abs(objective)))
      proof = .enumeration
      return routes.map { route in
        let found = FoundRoute(reducedCost: 0, label: route.label)
        return BoundRoute(
          vehicle: p.classes[route.classIndex].vehicle,
          stops: pricers[route.classIndex].stops(of: found))
      }
    }
  }
}

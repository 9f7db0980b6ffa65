package import DialARide

/// Pricing over fragments by itself, for measuring it: under fixed multipliers, without a linear program.
package final class PricingTrial {
  private let pricers: [RoutePricer]

  /// `nil` where fragments are too many, so that the bound prices stop by stop.
  package init?(_ problem: Problem) {
    guard let p = BoundProblem(problem) else { return nil }
    var pricers: [RoutePricer] = []
    for (k, kind) in p.classes.enumerated() {
      let limit = FragmentLimit()
      let search = FragmentEnumeration(p, matrix: kind.matrix, limit: limit, isOver: { false })
      guard let set = search.run() else { return nil }
      pricers.append(RoutePricer(PricingMap(p, classIndex: k, set: set, grid: TimeGrid(p, set))))
    }
    self.pricers = pricers
  }

  /// Prices all classes once: completion bounds, then labels.
  ///
  /// - Parameters:
  ///   - duals: multipliers, one a request.
  ///   - exactly: proves the least reduced cost, in place of finding routes alone.
  /// - Returns: labels made.
  package func round(_ duals: [Double], exactly: Bool) -> Int {
    let most = exactly ? PricingLimits().exact : PricingLimits().heuristic
    return pricers.reduce(0) { labels, pricer in
      pricer.prepare(duals, keepsAll: false)
      _ = pricer.run(exactly ? .exact : .heuristic, threshold: 0, most: most, stop: { false })
      return labels + pricer.effort
    }
  }
}

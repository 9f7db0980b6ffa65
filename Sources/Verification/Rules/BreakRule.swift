import DialARide

extension Verifier {
  /// Breaks that are due are taken, and only those that allow it with somebody on board, or with so much load.
  @Sendable static func breaks(_ route: RouteView) -> [Violation] {
    var taken: Set<Int> = []
    var found: [Violation] = []
    for visit in route.visits {
      guard case .rest(let index) = visit.kind else { continue }
      taken.insert(index)
      if !visit.aboard.isEmpty && !route.vehicle.breaks[index].allowedOnBoard {
        found.append(route.violation(.breakOnBoard, at: visit.index, requests: visit.aboard))
      }
    }
    found += overloads(route)
    guard !route.requests.isEmpty else { return found }
    for (index, rest) in route.vehicle.breaks.enumerated() where !taken.contains(index) {
      let duration = rest.dueAfter > 0 ? route.duration : nil
      guard rest.dueAfter == 0 || (duration ?? 0) > rest.dueAfter + tolerance else { continue }
      found.append(
        route.violation(
          .breakMissing, at: route.visits.count, value: duration, limit: rest.dueAfter,
          unit: .seconds))
    }
    return found
  }

  /// Breaks taken with more on board than they allow.
  private static func overloads(_ route: RouteView) -> [Violation] {
    route.visits.flatMap { visit -> [Violation] in
      guard case .rest(let index) = visit.kind, let most = route.vehicle.breaks[index].mostLoad
      else { return [] }
      return load(at: visit.index, route).enumerated().compactMap { dimension, load in
        let limit = dimension < most.count ? most[dimension] : 0
        guard load > limit else { return nil }
        return route.violation(
          .breakOnBoard, at: visit.index, requests: visit.aboard, value: Double(load),
          limit: Double(limit), unit: .count)
      }
    }
  }
}

import DialARide

extension Verifier {
  /// Breaks that are due are taken, and only those that allow it with somebody on board.
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
}

import DialARide

extension Verifier {
  /// The vehicle passes its base only where it may, and empty.
  @Sendable static func baseVisits(_ route: RouteView) -> [Violation] {
    route.visits.compactMap { visit in
      guard case .base = visit.kind else { return nil }
      let mayReturn = route.vehicle.mayReturnToBase && route.vehicle.start != nil
      guard !mayReturn || !visit.aboard.isEmpty else { return nil }
      return route.violation(.baseVisit, at: visit.index, requests: visit.aboard)
    }
  }
}

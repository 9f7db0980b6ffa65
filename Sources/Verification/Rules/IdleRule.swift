import DialARide

extension Verifier {
  /// Each wait on arrival, at base excepted, by whether somebody is on board.
  @Sendable static func idling(_ route: RouteView) -> [Violation] {
    guard let schedule = route.schedule else { return [] }
    return route.visits.compactMap { visit in
      if case .base = visit.kind { return nil }
      let wait = schedule.starts[visit.index] - schedule.arrivals[visit.index]
      let isEmpty = visit.aboard.isEmpty
      let limit = isEmpty ? route.vehicle.longestIdle : route.vehicle.longestIdleOnBoard
      guard let limit, wait > limit + tolerance else { return nil }
      return route.violation(
        isEmpty ? .longestIdle : .longestIdleOnBoard, at: visit.index, requests: visit.aboard,
        value: wait, limit: limit, unit: .seconds)
    }
  }
}

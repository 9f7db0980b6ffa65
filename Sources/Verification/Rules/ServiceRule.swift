import DialARide

extension Verifier {
  /// Each end is the start plus the service time, and plus the set-up time where one is needed.
  @Sendable static func service(_ route: RouteView) -> [Violation] {
    guard let schedule = route.schedule else { return [] }
    return route.visits.compactMap { visit in
      let spent = schedule.ends[visit.index] - schedule.starts[visit.index]
      guard abs(spent - visit.service - visit.setup) > tolerance else { return nil }
      return route.violation(
        visit.setup > 0 ? .setup : .service, at: visit.index,
        requests: visit.request.map { [$0] } ?? [], value: spent,
        limit: visit.service + visit.setup, unit: .seconds)
    }
  }
}

import DialARide

extension Verifier {
  /// A route of which only the order is known has some schedule.
  @Sendable static func unscheduled(_ route: RouteView) -> [Violation] {
    guard let sequence = route.sequence else { return [] }
    switch sequence.outcome {
    case .feasible: return []
    case .infeasible: return [route.violation(.unschedulable)]
    case .unknown: return [route.violation(.unjudged)]
    }
  }
}

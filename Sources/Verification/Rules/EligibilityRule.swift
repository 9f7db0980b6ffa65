import DialARide

extension Verifier {
  /// The vehicle may serve its requests; a lock that ties one of them to it overrules that.
  @Sendable static func eligibility(_ route: RouteView) -> [Violation] {
    route.requests.compactMap { request in
      guard let allowed = route.draft.requests[request].allowedVehicles,
        !allowed.contains(route.route.vehicle)
      else { return nil }
      let first = route.visits.first { $0.request == request }
      return route.violation(
        .eligibility, at: first?.index, requests: [request], obeysLock: route.isTied(request))
    }
  }
}

extension RouteView {
  /// Whether a lock ties the request to this vehicle.
  func isTied(_ request: Int) -> Bool {
    draft.locks.contains { lock in
      switch lock {
      case .vehicle(request, route.vehicle): true
      case .order(route.vehicle, let stops), .frozen(route.vehicle, let stops):
        stops.contains { $0.request == request }
      case .vehicle, .order, .frozen, .forbidden, .time: false
      }
    }
  }
}

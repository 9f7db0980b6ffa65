import DialARide

extension Verifier {
  /// From the end of service at the pickup to the start of service at the delivery.
  @Sendable static func rideTimes(_ route: RouteView) -> [Violation] {
    guard let schedule = route.schedule else { return [] }
    return route.rides.compactMap { ride in
      guard let longest = route.draft.requests[ride.request].longestRide else { return nil }
      let time = schedule.starts[ride.delivery] - schedule.ends[ride.pickup]
      guard time > longest + tolerance else { return nil }
      return route.violation(
        .rideTime, at: ride.delivery, requests: [ride.request], value: time, limit: longest,
        unit: .seconds)
    }
  }
}

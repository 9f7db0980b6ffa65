import DialARide

extension Verifier {
  /// Limits on the sums of a route: time on duty, distance, driving, trips, requests.
  @Sendable static func limits(_ route: RouteView) -> [Violation] {
    let vehicle = route.vehicle
    var found: [Violation] = []
    func compare(
      _ rule: Violation.Rule, _ value: @autoclosure () -> Double?, _ limit: Double?,
      _ unit: Violation.Unit
    ) {
      guard let limit, let value = value(), value > limit + tolerance else { return }
      // A frozen sequence fixes all of these but the time on duty.
      let obeysLock = rule != .longestDuration && route.isFrozen
      found.append(
        route.violation(rule, value: value, limit: limit, unit: unit, obeysLock: obeysLock))
    }
    compare(.longestDuration, route.duration, vehicle.longestDuration, .seconds)
    compare(.longestDistance, route.distance, vehicle.longestDistance, .metres)
    compare(.longestDriving, route.driving, vehicle.longestDriving, .seconds)
    compare(.mostTrips, Double(route.trips), vehicle.mostTrips.map(Double.init), .count)
    compare(
      .mostRequests, Double(route.requests.count), vehicle.mostRequests.map(Double.init), .count)
    compare(
      .mostRequests, Double(route.references.count), vehicle.mostStops.map(Double.init), .count)
    return found
  }
}

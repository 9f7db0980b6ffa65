import DialARide

extension Verifier {
  /// Each arrival is the end before plus the travel time, and no service starts before it.
  ///
  /// Where the start is open, the departure is the start of the first stop.
  @Sendable static func travel(_ route: RouteView) -> [Violation] {
    guard let schedule = route.schedule else { return [] }
    var found: [Violation] = []
    func compare(_ arrival: Double, with expected: Double, at index: Int) {
      guard abs(arrival - expected) > tolerance else { return }
      found.append(
        route.violation(.travel, at: index, value: arrival, limit: expected, unit: .seconds))
    }
    var left = schedule.departure
    for visit in route.visits {
      let arrival = schedule.arrivals[visit.index]
      let start = schedule.starts[visit.index]
      compare(arrival, with: left + visit.travel, at: visit.index)
      if start < arrival - tolerance {
        found.append(
          route.violation(
            .startBeforeArrival, at: visit.index, requests: visit.request.map { [$0] } ?? [],
            value: start, limit: arrival, unit: .seconds))
      }
      left = schedule.ends[visit.index]
    }
    compare(schedule.arrival, with: left + route.lastTravel, at: route.visits.count)
    if route.vehicle.start == nil {
      compare(schedule.departure, with: schedule.starts[0], at: 0)
    }
    return found
  }
}

import DialARide

extension Verifier {
  /// The route departs and arrives within the shift.
  @Sendable static func shift(_ route: RouteView) -> [Violation] {
    guard let schedule = route.schedule else { return [] }
    let shift = route.vehicle.shift
    var found: [Violation] = []
    if schedule.departure < shift.start - tolerance {
      found.append(
        route.violation(
          .shift, at: 0, value: schedule.departure, limit: shift.start, unit: .seconds))
    }
    if schedule.arrival > shift.end + tolerance {
      found.append(
        route.violation(
          .shift, at: route.visits.count, value: schedule.arrival, limit: shift.end, unit: .seconds
        ))
    }
    return found
  }
}

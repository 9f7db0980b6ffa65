import DialARide

extension Verifier {
  /// A schedule has one finite time of each kind for each stop.
  @Sendable static func scheduleShape(_ route: RouteView) -> [Violation] {
    guard let schedule = route.route.schedule,
      !isWellShaped(schedule, count: route.visits.count)
    else { return [] }
    return [route.violation(.scheduleShape)]
  }

  static func isWellShaped(_ schedule: Schedule, count: Int) -> Bool {
    let lists = [schedule.arrivals, schedule.starts, schedule.ends]
    return lists.allSatisfy { $0.count == count && $0.allSatisfy(\.isFinite) }
      && schedule.departure.isFinite && schedule.arrival.isFinite
  }
}

public import DialARide

extension RouteOracle {
  /// Whether these times keep every time rule of the route: travel, windows, shift, rides, waits, and
  /// the time on duty.
  ///
  /// - Parameter schedule: whole seconds; arrivals and ends are taken to follow from the rest.
  public func accepts(_ schedule: Schedule, _ problem: Problem, _ stops: [Int]) -> Bool {
    var times = [0, Int(schedule.departure)]
    var duration = Int(schedule.arrival - schedule.departure)
    for (index, stop) in stops.enumerated() {
      if problem.isBaseVisit(stop) {
        times += [Int(schedule.arrivals[index]), Int(schedule.starts[index])]
        duration -= Int(schedule.starts[index] - schedule.arrivals[index])
      } else {
        times.append(Int(schedule.starts[index]))
      }
    }
    times.append(Int(schedule.arrival))
    return orderIsFeasible && duration <= longestDuration && keepsConstraints(times)
  }
}

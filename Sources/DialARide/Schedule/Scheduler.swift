/// Finds the times of a route, exactly: whether there are any, and then the best ones.
///
/// Best is the least duration; among those the least cost of lateness, then of earliness; and then, with the
/// departure and end of every tour held fast at the earliest that allow all of these, the least total ride
/// time. A vehicle with preferred hours departs no sooner than they begin, or else as late as it can. It is
/// meant for writing routes out, not for the search: plain rather than fast, yet linear passes throughout.
/// The rules are written down in <doc:Semantics>.
public enum Scheduler {
  /// The schedule of a route, or the first reason found why it has none.
  ///
  /// Rules that no choice of times can keep or break (capacity, eligibility, who may ride with whom,
  /// links, locks on order, limits on distance, driving, trips and requests) are not judged here.
  ///
  /// - Parameter stops: stop numbers in order; breaks and base visits of the vehicle included.
  public static func schedule(_ problem: Problem, vehicle: Int, stops: [Int]) -> ScheduleResult {
    do throws(ScheduleConflict) {
      try StructureCheck(problem: problem, vehicle: vehicle, stops: stops).check()
      return .feasible(try RouteTimes(problem, vehicle: vehicle, stops: stops).schedule())
    } catch {
      return .infeasible(error)
    }
  }
}

extension Route {
  /// The route with its best schedule, or without one where none exists.
  public func scheduled(in problem: Problem) -> Route {
    let result = Scheduler.schedule(problem, vehicle: vehicle, stops: stops)
    return Route(vehicle: vehicle, stops: stops, schedule: result.schedule)
  }
}

extension Solution {
  /// The solution with the best schedule of each route.
  public func scheduled(in problem: Problem) -> Solution {
    Solution(routes: routes.map { $0.scheduled(in: problem) }, unserved: unserved)
  }
}

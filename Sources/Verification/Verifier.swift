public import DialARide

/// The one exact checker, for every solution whoever made it.
///
/// It reads the draft behind the problem, follows each route stop by stop, and compares with the rules as
/// they are written down in DialARide's article "Semantics". It shares no code with the scheduler, the
/// search, or the tables that the problem is turned into, so that an error there shows here.
public enum Verifier {
  /// How far a time (seconds), a distance (metres) or their sums may overrun a limit before it counts as
  /// broken. Published solutions are rounded to 10^-6 or better, and sums of a few hundred times of day
  /// err by less than 10^-8; a real fault is never so small.
  public static let tolerance = 1e-6

  /// Everything that is wrong with the solution, by route and rule; empty: it is feasible.
  ///
  /// A route whose structure is broken is judged no further, and for links and locks it is as if it were
  /// not there. A route without a schedule is judged by its
  /// order, and then by whether there is any schedule at all.
  public static func violations(in solution: Solution, of problem: Problem) -> [Violation] {
    let structure = StructureRule(solution, problem)
    var found = structure.violations
    let routes = structure.soundRoutes.map { RouteView($0, of: problem) }
    for route in routes where !route.visits.isEmpty {
      for rule in routeRules { found += rule(route) }
    }
    let view = SolutionView(problem: problem, solution: solution, routes: routes)
    for rule in solutionRules { found += rule(view) }
    return found
  }

  /// Rules that one route keeps or breaks by itself.
  private static let routeRules: [@Sendable (RouteView) -> [Violation]] = [
    scheduleShape, travel, service, shift, windows, unscheduled, rideTimes, detours, sharedDetours,
    capacity,
    ridesAlone, mixing, apart, eligibility, breaks, baseVisits, limits, unbrokenDriving, idling,
  ]

  /// Rules that tie routes together.
  private static let solutionRules: [@Sendable (SolutionView) -> [Violation]] = [
    unserved, choices, crews, links, locks,
  ]
}

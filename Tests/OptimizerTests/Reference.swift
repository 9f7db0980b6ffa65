import DialARide
import Verification

/// What a route costs by the scheduler and the checker alone.
enum Reference {
  /// Cost of the route on its own, `nil` if any rule of a single route forbids it.
  static func cost(_ route: Route, _ problem: Problem) -> Double? {
    let scheduled = route.scheduled(in: problem)
    guard scheduled.schedule != nil else { return nil }
    let served = Set(route.stops.filter { problem.isRequestStop($0) }.map { $0 >> 1 })
    let solution = Solution(
      routes: [scheduled],
      unserved: problem.unserved(serving: served.contains))
    // Eligibility is a matter of the scan, and whether others must be served one of the whole solution.
    let others: [Violation.Rule] = [
      .eligibility, .mandatoryUnserved, .linkTogether, .linkRequires,
    ]
    let broken = Verifier.violations(in: solution, of: problem).filter {
      !others.contains($0.rule)
    }
    guard broken.isEmpty else { return nil }
    return scheduled.cost(in: problem).routing
  }
}

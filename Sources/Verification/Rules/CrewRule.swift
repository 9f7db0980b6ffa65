import DialARide

extension Verifier {
  /// Limits that hold for all vehicles of a crew together.
  @Sendable static func crews(_ view: SolutionView) -> [Violation] {
    var found: [Violation] = []
    for crew in view.draft.crews {
      let routes = view.routes.filter {
        crew.vehicles.contains($0.route.vehicle) && !$0.visits.isEmpty
      }
      func compare(
        _ rule: Violation.Rule, _ value: (RouteView) -> Double, _ limit: Double?,
        _ unit: Violation.Unit
      ) {
        guard let limit else { return }
        let total = routes.reduce(0) { $0 + value($1) }
        guard total > limit + tolerance else { return }
        found.append(
          Violation(
            rule, vehicle: routes.last?.route.vehicle, value: total, limit: limit, unit: unit))
      }
      compare(.crewDuration, { $0.duration ?? 0 }, crew.longestDuration, .seconds)
      compare(.crewDistance, \.distance, crew.longestDistance, .metres)
      compare(.crewTrips, { Double($0.trips) }, crew.mostTrips.map(Double.init), .count)
    }
    return found
  }
}

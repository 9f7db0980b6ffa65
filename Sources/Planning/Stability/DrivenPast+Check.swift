extension DrivenPast {
  /// Stops that have been made and that a later plan tells otherwise, in words; empty: it leaves them as they were.
  ///
  /// It reads the two plans alone, and so nothing of how the later one was made.
  public func contradictions(in plan: Plan) -> [String] {
    var found: [String] = []
    for (resource, visits) in visits.sorted(by: { $0.key < $1.key }) {
      let stops = plan.runs.filter { $0.resource == resource }
        .sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
        .flatMap(\.stops).filter { !$0.leg.isEmpty }
      for (index, visit) in visits.enumerated() {
        guard index < stops.count, stops[index].leg == visit.leg,
          (stops[index].kind == .pickup) == visit.isPickup
        else {
          found.append("\(resource): stop \(index + 1) was \(visit.leg)")
          continue
        }
        if visit.isExact, stops[index].start != visit.start {
          found.append("\(resource): \(visit.leg) was at \(visit.start), not \(stops[index].start)")
        }
      }
    }
    return found
  }
}

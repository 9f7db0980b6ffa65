import DialARide

extension Verifier {
  /// Time driven between two rests.
  @Sendable static func unbrokenDriving(_ route: RouteView) -> [Violation] {
    guard let rule = route.vehicle.unbrokenDriving else { return [] }
    var found: [Violation] = []
    var driven = 0.0
    var partsTaken = 0
    func judge(at stop: Int) {
      guard driven > rule.longest + tolerance else { return }
      found.append(
        route.violation(
          .unbrokenDriving, at: stop, value: driven, limit: rule.longest, unit: .seconds))
    }
    for visit in route.visits {
      driven += visit.travel
      guard let pause = route.pause(at: visit) else { continue }
      if pause >= rule.rest - tolerance {
        partsTaken = rule.parts.count
      } else if partsTaken < rule.parts.count, pause >= rule.parts[partsTaken] - tolerance {
        partsTaken += 1
        if partsTaken < rule.parts.count { continue }
      } else {
        continue
      }
      judge(at: visit.index)
      driven = 0
      partsTaken = 0
    }
    driven += route.lastTravel
    judge(at: route.visits.count)
    return found
  }
}

extension RouteView {
  /// How long the driver is free at a break or at base, seconds; `nil` at other stops.
  fileprivate func pause(at visit: Visit) -> Double? {
    switch visit.kind {
    case .pickup, .delivery: nil
    case .rest: visit.service
    case .base: schedule.map { $0.starts[visit.index] - $0.arrivals[visit.index] } ?? .infinity
    }
  }
}

import DialARide

extension Verifier {
  /// Time driven between two rests.
  ///
  /// A pause of the length of a part may be one or none: what is read otherwise must not make a driver less rested. So
  /// the least time driven is followed for each number of parts taken.
  @Sendable static func unbrokenDriving(_ route: RouteView) -> [Violation] {
    guard let rule = route.vehicle.unbrokenDriving else { return [] }
    var found: [Violation] = []
    let rested = [0.0] + [Double](repeating: .infinity, count: max(0, rule.parts.count - 1))
    // By the number of parts taken since the last rest: least time driven since then.
    var driven = rested
    func isTooLong(_ time: Double) -> Bool { time > rule.longest + tolerance }
    func judge(at stop: Int) {
      guard let least = driven.min(), isTooLong(least) else { return }
      found.append(
        route.violation(
          .unbrokenDriving, at: stop, value: least, limit: rule.longest, unit: .seconds))
    }
    for visit in route.visits {
      for k in driven.indices { driven[k] += visit.travel }
      guard let pause = route.pause(at: visit) else { continue }
      if pause >= rule.rest - tolerance {
        judge(at: visit.index)
        driven = rested
        continue
      }
      let before = driven
      for (k, part) in rule.parts.enumerated() where pause >= part - tolerance {
        if k + 1 < driven.count {
          driven[k + 1] = min(driven[k + 1], before[k])
        } else if before.allSatisfy(isTooLong), before[k] < .infinity {
          judge(at: visit.index)
          driven = rested
        } else if !isTooLong(before[k]) {
          driven[0] = 0
        }
      }
    }
    for k in driven.indices { driven[k] += route.lastTravel }
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

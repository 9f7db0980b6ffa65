import DialARide

/// How near vehicles are to a request: in place, in time, and in what they may carry.
struct Proximity {
  let problem: Problem
  let whole: WholeSolution

  /// Seconds of travel between the request and the nearest place that the vehicle visits, with a share of the time
  /// between the two visits; infinite where the vehicle is not there when the request needs it.
  ///
  /// A vehicle that may not serve the request counts as further away: it can still relieve one that may.
  func way(_ vehicle: Int, to request: Int) -> Double {
    var nearest = Double.infinity
    for stop in [2 * request, 2 * request + 1] where problem.location[stop] >= 0 {
      nearest = min(nearest, way(vehicle, toStop: stop))
    }
    return problem.admits(vehicle, for: request) ? nearest : 2 * nearest + 1_800
  }

  private func way(_ v: Int, toStop stop: Int) -> Double {
    let vehicle = problem.vehicles[v]
    let windows = problem.windows(of: stop)
    let opens = windows.first?.start ?? 0
    let closes = windows.last?.end ?? 0
    guard opens <= vehicle.shift.end, closes >= vehicle.shift.start else { return .infinity }
    let target = Int(problem.location[stop])
    let middle = (opens + closes) / 2
    var nearest = Double.infinity
    for base in [vehicle.start, vehicle.end] {
      guard let base else { continue }
      nearest = min(nearest, problem.travelTime(base, target, vehicle: v))
    }
    guard let route = whole.routes[v] else { return nearest.isFinite ? nearest : 0 }
    for (x, visited) in route.stops.enumerated() where problem.isRequestStop(visited) {
      let apart = route.schedule.map { abs($0.starts[x] - middle) } ?? 0
      let travel = problem.travelTime(Int(problem.location[visited]), target, vehicle: v)
      nearest = min(nearest, travel + Self.timeShare * apart)
    }
    return nearest
  }

  /// What a second of time between two visits counts against one of travel.
  private static let timeShare = 0.3
}

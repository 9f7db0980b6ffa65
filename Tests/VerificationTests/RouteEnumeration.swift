import DialARide
import Verification

/// Every route of a small problem that its checker passes, and the least cost of serving a set of requests with
/// each vehicle: by brute force.
///
/// Rules that tie routes together are not judged, and costs of lateness are left out, so what is found
/// is at most the cost of any solution.
struct RouteEnumeration {
  /// `cheapest[vehicle][set]`: `nil` where no route of the vehicle serves exactly the requests of the bit set.
  private(set) var cheapest: [[Double?]]
  private let problem: Problem
  private static let otherRules: Set<Violation.Rule> = [
    .mandatoryUnserved, .linkTogether, .linkRequires, .linkSameVehicle, .linkGap, .crewDuration,
    .crewDistance, .crewTrips,
  ]

  init(_ problem: Problem) {
    self.problem = problem
    cheapest = Array(
      repeating: Array(repeating: nil, count: 1 << problem.requestCount),
      count: problem.vehicleCount)
    for vehicle in 0..<problem.vehicleCount { extend([], vehicle, aboard: [], served: 0) }
  }

  /// The least reduced cost of a route of the vehicle; 0 where none is negative.
  func leastReducedCost(_ vehicle: Int, duals: [Double]) -> Double {
    cheapest[vehicle].enumerated().reduce(0) { least, entry in
      guard let cost = entry.element else { return least }
      return min(least, cost - sum(duals, entry.offset))
    }
  }

  /// The least cost of a solution; infinite where what must be served cannot be.
  func optimum() -> Double {
    var best = Array(repeating: Double.infinity, count: 1 << problem.requestCount)
    best[0] = 0
    for routes in cheapest {
      var next = best
      for (served, cost) in best.enumerated() where cost < .infinity {
        for (set, route) in routes.enumerated() where set & served == 0 {
          if let route { next[set | served] = min(next[set | served], cost + route) }
        }
      }
      best = next
    }
    return best.enumerated().map { served, cost in
      let counts = problem.demands.map { $0.reduce(0) { $0 + (served >> $1 & 1) } }
      let isSplit = problem.groups.indices.contains { group in
        Set(problem.demands(ofGroup: group).map { counts[$0] }).count > 1
      }
      guard !isSplit, counts.allSatisfy({ $0 <= 1 }) else { return .infinity }
      return problem.demands.indices.filter { counts[$0] == 0 }.reduce(cost) {
        $0 + (problem.draft.requests[problem.demands[$1][0]].unservedPenalty ?? .infinity)
      }
    }.min() ?? 0
  }

  private func sum(_ duals: [Double], _ set: Int) -> Double {
    duals.indices.reduce(0) { $0 + (set >> $1 & 1 == 1 ? duals[$1] : 0) }
  }

  private mutating func extend(_ stops: [Int], _ vehicle: Int, aboard: [Int], served: Int) {
    if aboard.isEmpty, !stops.isEmpty { judge(stops, vehicle, served) }
    for request in aboard {
      extend(
        stops + [2 * request + 1], vehicle, aboard: aboard.filter { $0 != request }, served: served)
    }
    for request in 0..<problem.requestCount where served >> request & 1 == 0 {
      let isRide = problem.isRide(request)
      let stop = problem.hasPickup[request] ? 2 * request : 2 * request + 1
      extend(
        stops + [stop], vehicle, aboard: isRide ? aboard + [request] : aboard,
        served: served | 1 << request)
    }
  }

  private mutating func judge(_ stops: [Int], _ vehicle: Int, _ served: Int) {
    for stops in withBases(stops, vehicle).flatMap({ withBreaks($0, vehicle) }) {
      let route = Route(vehicle: vehicle, stops: stops).scheduled(in: problem)
      guard route.schedule != nil else { continue }
      let cost = route.cost(in: problem)
      let reduced = cost.routing - cost.lateness
      guard reduced < cheapest[vehicle][served] ?? .infinity else { continue }
      let unserved = problem.unserved { served >> $0 & 1 == 1 }
      let violations = Verifier.violations(
        in: Solution(routes: [route], unserved: unserved), of: problem)
      if violations.allSatisfy({ $0.obeysLock || Self.otherRules.contains($0.rule) }) {
        cheapest[vehicle][served] = reduced
      }
    }
  }

  /// The stops, with base visits at any places where they may be.
  private func withBases(_ stops: [Int], _ vehicle: Int) -> [[Int]] {
    guard problem.vehicles[vehicle].mayReturnToBase else { return [stops] }
    var aboard = 0
    var variants: [[Int]] = [[]]
    for (index, stop) in stops.enumerated() {
      if index > 0, aboard == 0 {
        variants += variants.map { $0 + [problem.baseVisit(of: vehicle)] }
      }
      variants = variants.map { $0 + [stop] }
      if problem.isRide(stop >> 1) { aboard += problem.isPickup(stop) ? 1 : -1 }
    }
    return variants
  }

  /// The stops without breaks, with one of them at any place, and with all of them at their places in order.
  private func withBreaks(_ stops: [Int], _ vehicle: Int) -> [[Int]] {
    problem.breakStops(of: vehicle).reduce([stops]) { variants, rest in
      variants
        + variants.flatMap { stops in
          (0...stops.count).map { place in
            Array(stops[..<place]) + [rest] + Array(stops[place...])
          }
        }
    }
  }
}

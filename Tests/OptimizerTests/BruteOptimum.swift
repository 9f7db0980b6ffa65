import DialARide

/// Every assignment of requests to vehicles (or to none) and every order, priced by scheduler and checker.
struct BruteOptimum {
  let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  func cost() -> Double { best(0, Array(repeating: [], count: problem.vehicleCount)) }

  private func best(_ r: Int, _ assigned: [[Int]]) -> Double {
    guard r < problem.requestCount else {
      return assigned.enumerated().reduce(0) { $0 + routeCost($1.offset, $1.element) }
    }
    var least = problem.unservedPenalty[r] + best(r + 1, assigned)
    for v in assigned.indices where problem.admissible[r * problem.vehicleCount + v] {
      var next = assigned
      next[v].append(r)
      least = min(least, best(r + 1, next))
    }
    return least
  }

  private func routeCost(_ vehicle: Int, _ requests: [Int]) -> Double {
    guard !requests.isEmpty else { return 0 }
    let stops = requests.flatMap { r in
      [2 * r, 2 * r + 1].filter { $0 & 1 == 0 ? problem.hasPickup[r] : problem.hasDelivery[r] }
    }
    return orders(stops).compactMap { Reference.cost(Route(vehicle: vehicle, stops: $0), problem) }
      .min() ?? .infinity
  }

  private func orders(_ stops: [Int]) -> [[Int]] {
    guard stops.count > 1 else { return [stops] }
    return stops.indices.flatMap { i -> [[Int]] in
      // A delivery never comes before its pickup.
      if stops[i] & 1 == 1 && stops.contains(stops[i] ^ 1) { return [] }
      var rest = stops
      let head = rest.remove(at: i)
      return orders(rest).map { [head] + $0 }
    }
  }
}

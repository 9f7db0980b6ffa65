import DialARide

/// Every assignment of demands, in every form, to vehicles (or to none) and every order, priced by scheduler and checker.
///
/// Of links, those that single routes keep or break hold, and `together` and `requires`.
struct BruteOptimum {
  let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  func cost() -> Double { best(0, Array(repeating: [], count: problem.vehicleCount)) }

  private func best(_ demand: Int, _ assigned: [[Int]]) -> Double {
    guard demand < problem.demands.count else {
      guard keepsLinks(Set(assigned.flatMap { $0 })) else { return .infinity }
      return assigned.enumerated().reduce(0) { $0 + routeCost($1.offset, $1.element) }
    }
    let forms = problem.demands[demand]
    var least = problem.unservedPenalty[forms[0]] + best(demand + 1, assigned)
    for r in forms {
      for v in assigned.indices where problem.admissible[r * problem.vehicleCount + v] {
        var next = assigned
        next[v].append(r)
        least = min(least, best(demand + 1, next))
      }
    }
    return least
  }

  private func keepsLinks(_ served: Set<Int>) -> Bool {
    func isServed(_ r: Int) -> Bool { !served.isDisjoint(with: problem.forms(of: r)) }
    return problem.draft.links.allSatisfy { link in
      switch link {
      case .together(let members): Set(members.map(isServed)).count == 1
      case .requires(let request, let required): !isServed(request) || isServed(required)
      case .oneOf, .sameVehicle, .ordered, .apart: true
      }
    }
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

public import DialARide

/// How requests would be served in addition to a solution.
public struct Insertion: Sendable {
  /// Added routing cost; the penalties saved are not taken off.
  public var cost: Double
  /// The changed routes, with breaks and base visits, scheduled.
  public var routes: [Route]

  public init(cost: Double, routes: [Route]) {
    self.cost = cost
    self.routes = routes
  }
}

/// Answers what serving further requests would take, leaving everybody else where they are.
///
/// For each request every pair of positions in every vehicle is tried, exactly. Several requests are inserted
/// one after the other, in every order up to three of them.
public final class InsertionProbe {
  private let bench: Workbench
  private let recreate: Recreate
  private let solution: SearchSolution

  /// - Parameters:
  ///   - solution: routes that are not feasible for the problem count as empty.
  ///   - ground: of a problem with the same matrices, where many probes are made.
  ///   - pinned: by vehicle, the stops at the beginning of its route between which nothing is inserted; empty: none.
  public init(
    problem: Problem, solution: Solution, on ground: InsertionGround? = nil, pinned: [Int] = []
  ) {
    let p = SearchProblem(problem, sharing: ground?.travel, pinned: pinned)
    bench = Workbench(p, island: 0)
    recreate = Recreate(p: p, groups: Groups(p), bench: bench)
    self.solution = bench.read(solution)
  }

  /// Cheapest way found of serving all of the requests, `nil` if none fits. Requests served already are moved.
  ///
  /// - Parameter vehicles: the vehicles that may be used; `nil`: all.
  public func cheapest(_ requests: [Int], vehicles: [Int]? = nil) -> Insertion? {
    var start = solution
    var present = requests.filter { solution.vehicleOf[$0] >= 0 }
    if !present.isEmpty { bench.remove(&present, from: &start) }
    let base = routing(start)
    var best: SearchSolution?
    for order in Self.orders(requests) {
      if let found = insert(order, into: start, vehicles),
        best.map({ found.cost < $0.cost - 1e-9 }) ?? true
      {
        best = found
      }
    }
    guard let best, let changed = bench.changes(in: best, from: start) else { return nil }
    return Insertion(cost: routing(best) - base, routes: changed)
  }

  /// Cost of serving the requests already in the solution, as it stands: what would be saved without them.
  public func saving(_ requests: [Int]) -> Double {
    var without = solution
    var served = requests.filter { solution.vehicleOf[$0] >= 0 }
    if !served.isEmpty { bench.remove(&served, from: &without) }
    return routing(solution) - routing(without)
  }

  private func insert(_ order: [Int], into start: SearchSolution, _ vehicles: [Int]?)
    -> SearchSolution?
  {
    var next = start
    var unused = RandomSource(seed: 0)
    for r in order {
      let found = recreate.cheapest(
        r, next, vehicles ?? recreate.candidates(next), blink: 0, &unused)
      guard found.point.delta.isFinite else { return nil }
      bench.apply(r, found.point, vehicle: found.vehicle, to: &next)
      guard next.vehicleOf[r] >= 0 else { return nil }
    }
    return next
  }

  private func routing(_ solution: SearchSolution) -> Double {
    solution.routes.reduce(0) { $0 + $1.cost }
  }

  private static func orders(_ requests: [Int]) -> [[Int]] {
    guard requests.count > 1, requests.count <= 3 else { return [requests] }
    return requests.indices.flatMap { first -> [[Int]] in
      var rest = requests
      let head = rest.remove(at: first)
      return orders(rest).map { [head] + $0 }
    }
  }
}

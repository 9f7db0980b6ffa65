public import DialARide

/// Looks for room for requests that cannot be inserted as things stand, by moving others about.
///
/// A short ruin and recreate from the solution, in which whoever is served must stay served. What it finds is
/// exact; that it finds nothing proves nothing.
public struct RoomSearch: Sendable {
  /// Ruins and recreations at most. They alone bound the search, so that it finds the same on every machine.
  public var steps: Int
  public var seed: UInt64

  public init(steps: Int, seed: UInt64 = 1) {
    self.steps = steps
    self.seed = seed
  }

  /// A way of serving the requests and everybody served before.
  ///
  /// - Parameters:
  ///   - solution: routes that are not feasible for the problem count as empty, their requests as to be served.
  ///   - ground: of a problem with the same matrices, where many searches are made.
  ///   - goesOn: asked now and then; no ends the search.
  /// - Returns: the changed routes and what they cost more; `nil` where none was found.
  public func serving(
    _ requests: [Int], beside solution: Solution, in problem: Problem,
    on ground: InsertionGround? = nil, goesOn: () -> Bool = { true }
  ) -> Insertion? {
    var wanted = Set(requests)
    for route in solution.routes {
      for stop in route.stops where problem.isRequestStop(stop) { wanted.insert(stop >> 1) }
    }
    var draft = problem.draft
    for r in wanted { draft.requests[r].unservedPenalty = nil }
    let p = SearchProblem(Problem(sound: draft), sharing: ground?.travel)
    let groups = Groups(p)
    let island = Island(
      p, groups: groups, relatedness: Relatedness(p, width: 30), seed: seed, index: 0)
    let start = island.bench.read(solution)
    island.adopt(start)
    island.construct()
    let all = wanted.sorted()
    search(island, until: { found in all.allSatisfy { found.vehicleOf[$0] >= 0 } }, goesOn)
    let written = island.bench.write(island.best, groups)
    let missing = Set(written.unserved)
    guard missing.isDisjoint(with: wanted) else { return nil }
    let routing = { (solution: SearchSolution) -> Double in
      solution.routes.reduce(0) { $0 + $1.cost }
    }
    return Insertion(
      cost: routing(island.best) - routing(start),
      routes: written.routes.filter {
        island.best.routes[$0.vehicle] !== start.routes[$0.vehicle]
      })
  }

  private func search(
    _ island: Island, until isDone: (SearchSolution) -> Bool, _ goesOn: () -> Bool
  ) {
    var done = 0
    island.run(
      reducesFleet: false, progress: { Double(done) / Double(max(1, steps)) },
      goOn: { count in
        done = count
        return count < steps && !isDone(island.best) && (count & 15 != 0 || goesOn())
      })
  }
}

public import DialARide

/// Looks for room for requests that cannot be inserted as things stand, by moving others about.
///
/// A short ruin and recreate around the vehicles that could take them, in which whoever is served must stay served.
/// What it finds is exact; that it finds nothing proves nothing.
public struct RoomSearch: Sendable {
  /// Ruins and recreations at most. They alone bound the search, so that it finds the same on every machine.
  public var steps: Int
  public var seed: UInt64

  public init(steps: Int, seed: UInt64 = 1) {
    self.steps = steps
    self.seed = seed
  }

  /// A way of serving the requests and everybody served before, each in any form of its demand.
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
    for r in wanted {
      for form in problem.forms(of: r) { draft.requests[form].unservedPenalty = nil }
    }
    let p = SearchProblem(Problem(sound: draft), sharing: ground?.travel)
    // Where nobody may take them there is no room to be made.
    guard p.vehicleCount > 0 else { return nil }
    let room = RoomMaking(p, wanted: wanted.sorted(), seed: seed)
    let start = room.bench.read(solution)
    guard let found = room.search(from: start, steps: steps, goesOn: goesOn),
      let changed = room.bench.changes(in: found, from: start)
    else { return nil }
    return Insertion(cost: Self.routing(found) - Self.routing(start), routes: changed)
  }

  fileprivate static func routing(_ solution: SearchSolution) -> Double {
    solution.routes.reduce(0) { $0 + $1.cost }
  }
}

/// One such search, owned by one thread.
private final class RoomMaking {
  let p: SearchProblem
  let bench: Workbench
  private let wanted: [Int]
  private let groups: Groups
  private let ruin: Ruin
  private let recreate: Recreate
  private var random: RandomSource

  init(_ p: SearchProblem, wanted: [Int], seed: UInt64) {
    self.p = p
    self.wanted = wanted
    bench = Workbench(p, island: 0)
    groups = Groups(p)
    ruin = Ruin(p: p, relatedness: Relatedness(p, width: 30))
    recreate = Recreate(p: p, groups: groups, bench: bench)
    random = RandomSource(seed: seed)
  }

  /// A solution that serves everybody wanted; `nil` where the steps did not lead to one.
  func search(from start: SearchSolution, steps: Int, goesOn: () -> Bool) -> SearchSolution? {
    var current = start
    var bank = groups.unserved(in: start)
    recreate.rebuild(.regret2, &bank, &current, &random)
    if isDone(current) { return current }
    let served = current.servedCount
    let annealing = Annealing(
      requestCost: max(1e-6, RoomSearch.routing(current) / Double(max(1, served))))
    for step in 0..<steps {
      // Setting up and asking the time costs as much as a few steps.
      if step & 15 == 0, !goesOn() { return nil }
      var candidate = current
      let left = ruinAndRecreate(&candidate, bank, isWide: step & 3 == 3)
      if isDone(candidate) { return candidate }
      let temperature = annealing.temperature(Double(step) / Double(steps))
      if annealing.accepts(candidate.cost, over: current.cost, at: temperature, &random) {
        current = candidate
        bank = left
      }
    }
    return nil
  }

  private func isDone(_ solution: SearchSolution) -> Bool {
    wanted.allSatisfy { solution.servesDemand(of: $0, p) }
  }

  /// One ruin and one recreation; returns the groups that are not served then.
  ///
  /// - Parameter isWide: around somebody served rather than around somebody who is not.
  private func ruinAndRecreate(_ solution: inout SearchSolution, _ bank: [Int], isWide: Bool)
    -> [Int]
  {
    let chosen = ruin.choose(
      isWide ? .related : .room, 3 + random.below(8), from: solution, on: bench, &random)
    var open = bank
    for r in bench.takeOut(chosen, groups, from: &solution) where !open.contains(groups.groupOf[r])
    {
      open.append(groups.groupOf[r])
    }
    let how = RecreateOperator.allCases[random.below(RecreateOperator.allCases.count)]
    recreate.rebuild(how, &open, &solution, &random)
    return open
  }
}

public import DialARide

/// Mends a solution with as few changes as possible (R43).
///
/// Those displaced are put back first, everybody else staying where they are; whoever was served beside them keeps the
/// place meanwhile. Then ruin and recreate looks for something better around them and in the routes touched, and makes
/// room for who is left over. A change costs what the problem says, and a driver more to be told `priceOfTelling`.
public struct RepairSearch: Sendable {
  private let problem: Problem
  private let options: SolverOptions

  /// Lanes when the iteration count fixes the result: the same on a machine with any number of cores.
  private static let reproducibleLanes = 2

  public init(_ problem: Problem, options: SolverOptions) {
    self.problem = problem
    self.options = options
  }

  /// Runs to the limits of the options or until `stop` is raised, and returns the best solution found.
  ///
  /// Blocks the calling thread; call it from a thread that may be kept busy.
  @available(*, noasync, message: "the search blocks its thread")
  public func run(from start: RepairStart, stop: SearchStop = SearchStop()) -> SearchResult {
    let clock = ContinuousClock()
    let begin = clock.now
    let options = options
    let p = SearchProblem(problem, pinned: start.pinned)
    let groups = Groups(p)
    let relatedness = Relatedness(p, width: 40)
    let count = options.iterations == nil ? max(1, options.threads) : Self.reproducibleLanes
    let lanes = (0..<count).map { i in
      RepairLane(p, groups: groups, relatedness: relatedness, start, seed: options.seed, index: i)
    }
    ThreadTeam(threads: max(1, options.threads)).run(
      count, watch: {},
      job: { i in
        let quota = options.iterations.map { $0 / count + (i < $0 % count ? 1 : 0) }
        let end = options.timeLimit.map { begin + .seconds($0) }
        lanes[i].begin()
        lanes[i].run(
          progress: { done in
            if let quota { return quota > 0 ? Double(done) / Double(quota) : 1 }
            return options.timeLimit.map { SetPartitioning.seconds(clock.now - begin) / $0 } ?? 1
          },
          goOn: { done in
            if stop.isRaised { return false }
            if let quota, done >= quota { return false }
            guard let end else { return quota != nil }
            return clock.now < end
          })
      })
    var best = lanes[0]
    for lane in lanes.dropFirst() where lane.bestScore < best.bestScore - 1e-9 { best = lane }
    let solution = best.bench.write(best.best, groups)
    return SearchResult(
      solution: solution, cost: solution.cost(in: problem),
      iterations: lanes.reduce(0) { $0 + $1.iterations },
      elapsed: SetPartitioning.seconds(clock.now - begin), poolImprovements: 0)
  }
}

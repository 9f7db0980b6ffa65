public import DialARide

/// Solves dial-a-ride problems: islands of adaptive ruin and recreate, whose routes an integer program
/// recombines between rounds.
public struct Search: Sendable {
  private let problem: Problem
  private let options: SolverOptions

  public init(_ problem: Problem, options: SolverOptions) {
    self.problem = problem
    self.options = options
  }

  /// Runs to the limits of the options or until `stop` is raised, and returns the best solution found.
  ///
  /// Blocks the calling thread; call it from a thread that may be kept busy.
  ///
  /// - Parameter start: a solution to go on from; stops of it that no longer fit are left out.
  /// - Parameter progress: called on this thread a few times a second.
  @available(*, noasync, message: "the search blocks its thread")
  public func run(
    from start: Solution? = nil, stop: SearchStop = SearchStop(),
    progress: (SearchProgress) -> Void = { _ in }
  ) throws -> SearchResult {
    let start = start?.admitted(by: problem)
    if problem.demands.count >= options.decomposition.threshold {
      return DecomposedSearch(problem, options: options, stop: stop).result(
        from: start, progress: progress)
    }
    let p = SearchProblem(problem)
    let run = SearchRun(p, groups: Groups(p), options: options, stop: stop)
    return try run.result(from: start, progress: progress)
  }
}

extension Solution {
  /// The solution without requests in vehicles that may not have them, as when a driver has declined since.
  fileprivate func admitted(by problem: Problem) -> Solution {
    let routes = routes.map { route in
      let stops = route.stops.filter { stop in
        !problem.isRequestStop(stop) || problem.admits(route.vehicle, for: stop >> 1)
      }
      // Times are found anew by whoever reads the routes.
      return stops == route.stops ? route : Route(vehicle: route.vehicle, stops: stops)
    }
    let served = Set(routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    return Solution(routes: routes, unserved: problem.unserved(serving: served.contains))
  }
}

/// One run of a search.
final class SearchRun {
  /// Islands when the iteration count fixes the result: the same on a machine with any number of cores.
  private static let reproducibleIslands = 4

  private let p: SearchProblem
  private let groups: Groups
  private let options: SolverOptions
  private let stop: SearchStop
  private let islands: [Island]
  private let boards: [ProgressBoard]
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private var pool: RoutePool
  private let recombination: Recombination
  /// Works out a lower bound beside the search, on a thread of its own.
  private let proof: ProofThread?
  /// Part of all islands' time that recombination takes, adapted to what it earns.
  private var share = 0.2
  private var poolImprovements = 0
  private let rounds = 20

  init(_ p: SearchProblem, groups: Groups, options: SolverOptions, stop: SearchStop) {
    self.p = p
    self.groups = groups
    self.options = options
    self.stop = stop
    begin = clock.now
    let count = options.iterations == nil ? max(1, options.threads) : Self.reproducibleIslands
    let relatedness = Relatedness(p, width: 60)
    islands = (0..<count).map { i in
      Island(p, groups: groups, relatedness: relatedness, seed: options.seed, index: i)
    }
    boards = islands.map { _ in ProgressBoard() }
    pool = RoutePool(p)
    // Its number keeps the stamps of its routes apart from those of the others.
    let extra = Island(
      p, groups: groups, relatedness: relatedness, seed: options.seed, index: count)
    for island in islands + [extra] { island.harvest = RoutePool(p, capacity: 20_000) }
    recombination = Recombination(p, groups: groups, island: extra, stop: stop)
    proof = options.provesBound && options.iterations == nil ? ProofThread(p) : nil
  }

  func result(from start: Solution?, progress: (SearchProgress) -> Void) throws -> SearchResult {
    let team = ThreadTeam(threads: options.threads)
    let islands = islands
    let boards = boards
    let given = start
    team.run(
      islands.count, watch: { report(progress) },
      job: { i in
        if let given { islands[i].take(given) }
        islands[i].construct()
        boards[i].post(islands[i])
      })
    report(progress)
    proof?.start(begin: begin, timeLimit: options.timeLimit)
    proof?.post(best)
    for round in 0..<rounds where !isOver {
      try runRound(round, team, progress)
      report(progress)
    }
    return finish()
  }

  // MARK: Rounds

  private func runRound(
    _ round: Int, _ team: ThreadTeam, _ progress: (SearchProgress) -> Void
  ) throws {
    let islands = islands
    let boards = boards
    let plans = islands.indices.map { island in
      RoundPlan(
        round: round, rounds: rounds, begin: begin, timeLimit: options.timeLimit,
        iterations: options.iterations.map { quota(of: $0, round: round, island: island) },
        isLastIsland: island == islands.count - 1)
    }
    let stop = stop
    let news = SearchStop()
    recombine(round)
    team.run(
      islands.count,
      watch: {
        report(progress)
        if proof?.hasNews ?? false { news.raise() }
        if let limit = options.timeLimit { proof?.giveUpIfHopeless(elapsed / limit) }
      },
      job: { i in
        let island = islands[i]
        let board = boards[i]
        let plan = plans[i]
        let clock = ContinuousClock()
        var done = 0
        island.run(
          reducesFleet: plan.reducesFleet, extendsService: true,
          progress: { plan.progress(done, at: clock.now) },
          goOn: { iterations in
            done = iterations
            if iterations & 31 == 0 { board.post(island) }
            return !stop.isRaised && !news.isRaised && plan.goesOn(iterations, at: clock)
          })
        board.post(island)
      })
    let recombined = try recombination.finish()
    takeOver(recombined, round)
    gather()
  }

  /// Iterations of one island in one round; over all of them they add up to the number asked for.
  private func quota(of iterations: Int, round: Int, island: Int) -> Int {
    let slots = islands.count * rounds
    let slot = round * islands.count + island
    return iterations / slots + (slot < iterations % slots ? 1 : 0)
  }

  private var elapsed: Double { SetPartitioning.seconds(clock.now - begin) }

  private var isOver: Bool {
    stop.isRaised || proof?.closes(best.cost) ?? false
      || (options.timeLimit.map { elapsed >= $0 } ?? false)
  }

  private var best: SearchSolution {
    var best = islands[0].best
    for island in islands.dropFirst() where island.best.cost < best.cost - 1e-9 {
      best = island.best
    }
    return best
  }

  // MARK: Pool

  private func gather() {
    for island in islands + [recombination.island] {
      if let harvest = island.harvest { pool.add(harvest) }
      island.harvest?.removeAll()
    }
    for island in islands {
      for route in island.best.routes { pool.add(route) }
    }
    guard let proof else { return }
    for route in proof.takeRoutes(near: best.cost) {
      if let made = islands[0].bench.judged(route) { pool.add(made) }
    }
    proof.post(best)
  }

  /// Starts to recombine the routes found before this round.
  private func recombine(_ round: Int) {
    guard round > 0, !stop.isRaised else { return }
    let seconds = options.timeLimit.map { limit in
      min(limit - elapsed, share * limit / Double(rounds) * Double(islands.count))
    }
    let isTimed = options.iterations == nil
    let effort = PartitionEffort(
      seconds: isTimed ? seconds : nil, nodes: isTimed ? 100_000 : 60, columns: 500, polish: 300)
    recombination.start(best, pool: pool, effort: effort, isBeside: options.threads > 1)
  }

  /// Hands the recombined solution, or else the best one, to the islands that lag behind.
  private func takeOver(_ recombined: SearchSolution?, _ round: Int) {
    let hasWon = recombined.map { $0.cost < recombination.incumbentCost - 1e-9 } ?? false
    if let recombined {
      if hasWon { poolImprovements += 1 }
      share = hasWon ? min(0.4, share * 1.5) : max(0.1, share * 0.9)
      if !hasWon, let worst = islands.max(by: { $0.current.cost < $1.current.cost }),
        recombined.cost < worst.current.cost - 1e-9
      {
        worst.adopt(recombined)
      }
      islands[0].note(recombined)
    }
    let winner = best
    let isLate = Double(round) / Double(rounds) > 0.7
    for (i, island) in islands.enumerated() {
      let lags = island.current.cost > winner.cost * 1.01 + 1e-9
      if hasWon && i == round % islands.count || isLate || lags { island.adopt(winner) }
    }
    islands[0].note(winner)
  }

  // MARK: Results

  private func report(_ progress: (SearchProgress) -> Void) {
    var best: ProgressBoard.Entry?
    var iterations = 0
    for board in boards {
      guard let entry = board.entry else { continue }
      iterations += entry.iterations
      if best.map({ entry.cost < $0.cost }) ?? true { best = entry }
    }
    guard let best else { return }
    progress(
      SearchProgress(
        cost: best.cost, unserved: best.unserved, vehicles: best.vehicles, iterations: iterations,
        elapsed: elapsed, lowerBound: proof?.lowerBound(of: best.cost)))
  }

  private func finish() -> SearchResult {
    let solution = islands[0].bench.write(best, groups)
    let cost = solution.cost(in: p.problem)
    let bound = proof?.finish() ?? boundByWork(solution, cost.total)
    return SearchResult(
      solution: solution, cost: cost,
      iterations: islands.reduce(0) { $0 + $1.iterations }, elapsed: elapsed,
      poolImprovements: poolImprovements,
      lowerBound: bound?.held(against: cost.total))
  }

  /// Without a clock the bound is worked out after the search, with an effort in proportion, so that it is the
  /// same on every machine.
  private func boundByWork(_ solution: Solution, _ cost: Double) -> LowerBound? {
    guard options.provesBound, let iterations = options.iterations, !stop.isRaised else {
      return nil
    }
    return LowerBounding.bound(
      p.problem, upperBound: cost, routes: solution.routes,
      effort: BoundEffort(work: 200 * iterations, stop: stop))
  }
}

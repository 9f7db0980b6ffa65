import DialARide

/// Solves big days: neighbouring routes are taken out as problems of their own, searched side by side, put back,
/// and grouped anew (Taillard and Voss 2002; Vidal, Crainic, Gendreau and Prins 2013).
///
/// A part never comes back worse than it went, so neither does the whole. The routes of a round depend on the seed and
/// the iterations, not on the number of threads: parts share nothing while they are searched.
final class DecomposedSearch {
  private let problem: Problem
  private let options: SolverOptions
  private let stop: SearchStop
  private let search: PartSearch
  private let regions: Regions
  private let possible: [Int]
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private var random: RandomSource
  private var whole: WholeSolution
  private var iterations = 0

  init(_ problem: Problem, options: SolverOptions, stop: SearchStop) {
    begin = clock.now
    self.problem = problem
    self.options = options
    self.stop = stop
    let ties = Ties(problem)
    let search = PartSearch(problem, ties: ties)
    self.search = search
    regions = Regions(problem, ties: ties)
    possible = search.possible()
    random = RandomSource(seed: options.seed ^ 0xD1B5_4A32_D192_ED03)
    whole = WholeSolution(problem)
  }

  func result(from start: Solution?, progress: (SearchProgress) -> Void) -> SearchResult {
    construct(from: start, progress)
    let rounds = rounds
    for round in 0..<rounds where !isOver { runRound(round, of: rounds, progress) }
    let solution = whole.solution(of: problem)
    return SearchResult(
      solution: solution, cost: solution.cost(in: problem), iterations: iterations,
      elapsed: elapsed, poolImprovements: 0)
  }

  // MARK: Rounds

  private var elapsed: Double { SetPartitioning.seconds(clock.now - begin) }

  private var isOver: Bool {
    stop.isRaised || (options.timeLimit.map { elapsed >= $0 } ?? false)
  }

  /// Seconds of a round that a part gets: short, since what it cannot mend by then is mended sooner in another
  /// part. `Benchmarks/README.md` has the runs that this was chosen by.
  private static let secondsAPart = 0.08

  /// Enough iterations a round for a part to settle, and rounds enough for borders to wander.
  private var rounds: Int {
    guard let iterations = options.iterations else {
      let threads = max(1, options.threads)
      let seconds = (options.timeLimit ?? 0) * Double(threads)
      let shares = seconds / (Self.secondsAPart * Double(partCount(sharedBy: threads)))
      return Int(min(400, max(8, shares)))
    }
    return max(1, min(12, iterations / (10 * problem.requestCount)))
  }

  private func partCount(sharedBy threads: Int) -> Int {
    let size = max(1, options.decomposition.partSize)
    let count = max(2, (problem.requestCount + size / 2) / size)
    return (count + threads - 1) / threads * threads
  }

  private func construct(from start: Solution?, _ progress: (SearchProgress) -> Void) {
    if let start { readIn(start) }
    let count = partCount(sharedBy: 1)
    let parts =
      start == nil
      ? regions.firstParts(count, possible: possible, &random)
      : regions.parts(count, of: whole, possible: possible, &random)
    runParts(
      parts, parts.indices.map { PartPlan(seed: seed($0), coolness: 1, iterations: 0) }, progress)
  }

  /// Takes over what is feasible of a solution given.
  private func readIn(_ start: Solution) {
    var routes = start.routes
    while true {
      let given = WholeSolution(problem, routes: routes)
      let parts = regions.parts(partCount(sharedBy: 1), of: given, possible: [], &random)
      whole = WholeSolution(problem, routes: parts.flatMap { search.readIn($0, from: given) })
      // Half a group served is as good as none.
      guard let rest = whole.withoutBrokenTies(problem) else { return }
      routes = rest
    }
  }

  private func runRound(_ round: Int, of rounds: Int, _ progress: (SearchProgress) -> Void) {
    let isTimed = options.iterations == nil
    let threads = max(1, options.threads)
    let parts = regions.parts(
      partCount(sharedBy: isTimed ? threads : 1), of: whole, possible: possible, &random
    ).filter { !$0.requests.isEmpty && !$0.vehicles.isEmpty }
    let quota = options.iterations.map { $0 * (round + 1) / rounds - $0 * round / rounds }
    let coolness = 0.3 + 0.5 * Double(round) / Double(rounds)
    let slice = options.timeLimit.map { limit in
      (limit - elapsed) / Double(rounds - round) * Double(threads) / Double(max(1, parts.count))
    }
    let plans = parts.indices.map { i in
      PartPlan(
        seed: seed((round + 1) << 20 + i), coolness: coolness,
        reducesFleet: round < max(2, rounds / 8),
        iterations: quota.map { $0 / parts.count + (i < $0 % parts.count ? 1 : 0) },
        seconds: isTimed ? slice : nil)
    }
    runParts(parts, plans, progress)
  }

  /// Searches all parts side by side and puts them back in their order.
  private func runParts(
    _ parts: [Part], _ plans: [PartPlan], _ progress: (SearchProgress) -> Void
  ) {
    let start = whole
    let end = options.timeLimit.map { begin + .seconds($0) }
    let board = PartBoard(count: parts.count)
    let (search, stop) = (search, stop)
    ThreadTeam(threads: options.threads).run(
      options.threads, watch: { putBack(board, parts, progress) },
      job: { _ in
        let clock = ContinuousClock()
        while let i = board.take() {
          if stop.isRaised || end.map({ clock.now >= $0 }) ?? false { continue }
          let until = plans[i].seconds.map { clock.now + .seconds($0) }
          let effort = PartEffort(
            plan: plans[i], deadline: [until, end].compactMap(\.self).min())
          board.post(search.run(parts[i], from: start, effort, stop: stop), of: i)
        }
      })
    putBack(board, parts, progress)
  }

  private func putBack(
    _ board: PartBoard, _ parts: [Part], _ progress: (SearchProgress) -> Void
  ) {
    for (part, outcome) in board.collect() {
      iterations += outcome.iterations
      // Parts are disjoint, so it does not matter in which order they come back.
      if outcome.isNoWorse { whole.adopt(outcome, of: parts[part]) }
      report(progress)
    }
  }

  private func report(_ progress: (SearchProgress) -> Void) {
    progress(
      SearchProgress(
        cost: whole.cost, unserved: problem.demands.count - whole.servedCount,
        vehicles: whole.usedVehicles,
        iterations: iterations, elapsed: elapsed))
  }

  private func seed(_ index: Int) -> UInt64 {
    (options.seed &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
      ^ UInt64(index) &* 0x94D0_49BB_1331_11EB
  }
}

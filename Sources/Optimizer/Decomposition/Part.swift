import DialARide

/// Some vehicles, and the requests that are in them or may come to be.
struct Part: Sendable {
  var vehicles: [Int]
  /// Those that the vehicles serve, then those that nobody serves.
  var requests: [Int]
}

/// What a search has made of a part, in the numbers of the whole.
struct PartOutcome: Sendable {
  var routes: [Route]
  var costChange: Double
  var missingChange: Int
  var iterations: Int

  /// Whether the whole is no worse for it.
  var isNoWorse: Bool { missingChange < 0 || missingChange == 0 && costChange <= 1e-9 }
}

/// How a part is to be searched in a round.
struct PartPlan: Sendable {
  var seed: UInt64
  /// How far the annealing is when it starts: 0 hot, 1 cold.
  var coolness: Double
  /// Try to save vehicles first, where that is worth while.
  var reducesFleet = false
  /// `nil`: as many as there is time for.
  var iterations: Int?
  /// Seconds for the part; `nil`: no such limit.
  var seconds: Double?
}

/// How hard to search a part, from now on.
struct PartEffort: Sendable {
  var plan: PartPlan
  var deadline: ContinuousClock.Instant?
}

extension Problem {
  /// The demands without which a request is not served, its own among them, each with its forms.
  func company(of r: Int) -> [[Int]] {
    demands(ofGroup: Int(groupOf[r])).map { demands[$0] }
      + forms(of: r).flatMap { required[$0] }.map { forms(of: $0) }
  }
}

/// Searches parts of a problem by the ordinary ruin and recreate.
struct PartSearch: Sendable {
  let problem: Problem
  let ties: Ties
  /// Narrowed windows by stop number.
  let windows: [[TimeWindow]]

  init(_ problem: Problem, ties: Ties) {
    self.problem = problem
    self.ties = ties
    windows = GapNarrowing(problem).windows()
  }

  /// Requests that could be served: with some time left for them and for all whom they need.
  func possible() -> [Int] {
    var isPossible = (0..<problem.requestCount).map { r in
      [2 * r, 2 * r + 1].allSatisfy { s in windows[s].contains { $0.start <= $0.end } }
    }
    var hasFallen = true
    while hasFallen {
      hasFallen = false
      for r in isPossible.indices where isPossible[r] {
        if problem.company(of: r).contains(where: { !$0.contains { isPossible[$0] } }) {
          isPossible[r] = false
          hasFallen = true
        }
      }
    }
    return isPossible.indices.filter { isPossible[$0] }
  }

  /// Searches on from the routes that the vehicles have now, serving also whoever fits.
  func run(_ part: Part, from whole: WholeSolution, _ effort: PartEffort, stop: SearchStop)
    -> PartOutcome
  {
    let restriction = restriction(to: part, in: whole)
    let p = SearchProblem(restriction.problem)
    let groups = Groups(p)
    let island = Island(
      p, groups: groups, relatedness: Relatedness(p, width: 60), seed: effort.plan.seed, index: 0)
    let present = Solution(
      routes: part.vehicles.compactMap { whole.routes[$0] }.compactMap(restriction.local),
      unserved: [])
    island.adopt(island.bench.read(present))
    island.construct()
    search(island, effort, stop)
    let written = island.bench.write(island.best, groups)
    return outcome(written, present, restriction, iterations: island.iterations)
  }

  /// The feasible ones of given routes, scheduled; nothing else is changed.
  func readIn(_ part: Part, from whole: WholeSolution) -> [Route] {
    let restriction = restriction(to: part, in: whole)
    let p = SearchProblem(restriction.problem)
    let bench = Workbench(p, island: 0)
    let routes = part.vehicles.compactMap { whole.routes[$0] }.compactMap(restriction.local)
    let written = bench.write(bench.read(Solution(routes: routes, unserved: [])), Groups(p))
    return written.routes.map(restriction.global)
  }

  private func restriction(to part: Part, in whole: WholeSolution) -> Restriction {
    let inside = Set(part.requests)
    return Restriction(
      of: problem, requests: part.requests, vehicles: part.vehicles, windows: windows
    ) { r in
      whole.vehicleOf[r] >= 0 && ties.holdsUpAnother(r) { inside.contains($0) }
    }
  }

  private func search(_ island: Island, _ effort: PartEffort, _ stop: SearchStop) {
    let clock = ContinuousClock()
    let begin = clock.now
    let span = effort.deadline.map { SetPartitioning.seconds($0 - begin) }
    var done = 0
    func share() -> Double {
      if let most = effort.plan.iterations { return Double(done) / Double(max(1, most)) }
      guard let span, span > 0 else { return 1 }
      return SetPartitioning.seconds(clock.now - begin) / span
    }
    island.run(
      reducesFleet: effort.plan.reducesFleet, extendsService: true,
      progress: { effort.plan.coolness + (1 - effort.plan.coolness) * share() },
      goOn: { count in
        done = count
        if stop.isRaised { return false }
        if let most = effort.plan.iterations, count >= most { return false }
        guard let deadline = effort.deadline else { return effort.plan.iterations != nil }
        return count & 3 != 0 || clock.now < deadline
      })
  }

  private func outcome(
    _ written: Solution, _ present: Solution, _ restriction: Restriction, iterations: Int
  ) -> PartOutcome {
    let before = present.cost(in: restriction.problem)
    let after = written.cost(in: restriction.problem)
    return PartOutcome(
      routes: written.routes.map(restriction.global), costChange: after.total - before.total,
      missingChange: after.mandatoryUnserved - before.mandatoryUnserved, iterations: iterations)
  }
}

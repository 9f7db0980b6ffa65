import DialARide

/// One thread's search: adaptive ruin and recreate, and exchanges between routes, with annealing, from an incumbent that other islands may
/// replace between rounds.
final class Island: @unchecked Sendable {
  let p: SearchProblem
  let bench: Workbench
  private let groups: Groups
  private let ruin: Ruin
  private let recreate: Recreate
  private let exchange: SegmentExchange
  private let serviceExtension: ServiceExtension
  private var random: RandomSource
  private var moveWeights = OperatorWeights(count: Move.all.count)
  private var recreateWeights = OperatorWeights(count: RecreateOperator.allCases.count)
  private(set) var current: SearchSolution
  private(set) var best: SearchSolution
  /// Groups of `current` that are not served.
  private var bank: [Int]
  private(set) var iterations = 0
  /// Most requests taken out at once. On a day that is full, many taken out can seldom all be put back, and all that work
  /// is for nothing: then it falls until about every second attempt gets everybody back in.
  private var largestRemoval: Double
  /// Good routes seen since the pool last took them; `nil`: nobody asks for them.
  var harvest: RoutePool?
  private var annealing: Annealing
  /// Solutions that cost less give their routes to the harvest; `nil`: those near the best one.
  private var harvestLimit: Double?

  init(_ p: SearchProblem, groups: Groups, relatedness: Relatedness, seed: UInt64, index: Int) {
    self.p = p
    self.groups = groups
    bench = Workbench(p, island: index)
    ruin = Ruin(p: p, relatedness: relatedness)
    recreate = Recreate(p: p, groups: groups, bench: bench)
    exchange = SegmentExchange(p, groups: groups, relatedness: relatedness, bench: bench)
    serviceExtension = ServiceExtension(p, groups: groups, bench: bench)
    random = RandomSource(seed: seed &+ UInt64(index) &* 0xA24B_AED4_963E_E407)
    current = bench.emptySolution()
    best = current
    bank = Array(groups.members.indices)
    annealing = Annealing(requestCost: 1)
    largestRemoval = Self.mostRemoved(p)
  }

  private static func mostRemoved(_ p: SearchProblem) -> Double {
    Double(max(2, min(30, p.requestCount * 2 / 5)))
  }

  /// Builds the first solution: regret insertion into what is already there.
  func construct() {
    recreate.rebuild(.regret2, &bank, &current, &random)
    best = current
    calibrate()
  }

  /// Sets the temperatures by the cost of the present solution.
  private func calibrate() {
    let served = current.servedCount
    let routing = current.routes.reduce(0) { $0 + $1.cost }
    let fixed = current.routes.reduce(0) {
      $0 + ($1.count > 0 ? p.vehicles[$1.vehicle].fixedCost : 0)
    }
    // Fixed costs can dwarf what one request's place is worth, and would heat the search for nothing.
    annealing = Annealing(requestCost: max(1e-6, routing - fixed) / Double(max(1, served)))
  }

  /// Remembers a solution found elsewhere, without leaving the present one.
  func note(_ solution: SearchSolution) {
    if solution.cost < best.cost { best = solution }
  }

  /// Starts anew from a solution that need not serve everybody, after inserting who fits.
  ///
  /// - Parameter incumbent: only routes of solutions about as good are worth keeping.
  func begin(from solution: SearchSolution, knowing incumbent: SearchSolution) {
    current = solution
    // Some may be served in it without those they must not be served without.
    _ = bench.takeOut(groups.broken(in: solution), groups, from: &current)
    adopt(current)
    recreate.rebuild(.regret2, &bank, &current, &random)
    best = current
    calibrate()
    harvestLimit = Self.nearBest(incumbent.cost)
  }

  /// Cost below which a solution's routes are worth keeping: far worse solutions still have routes that go well
  /// with others.
  private static func nearBest(_ cost: Double) -> Double { cost + abs(cost) * 0.2 }

  /// Goes on from a solution given from outside, without those who are not served with all whom they must be
  /// served with.
  func take(_ given: Solution) {
    var solution = bench.read(given)
    _ = bench.takeOut(groups.broken(in: solution), groups, from: &solution)
    adopt(solution)
  }

  /// Goes on from another solution.
  func adopt(_ solution: SearchSolution) {
    current = solution
    note(solution)
    bank = groups.unserved(in: solution)
  }

  /// Runs until `goOn` says no; it is given the number of iterations of this call.
  ///
  /// - Parameters:
  ///   - reducesFleet: try to save vehicles first, where that is worth while; ejections count as iterations.
  ///   - extendsService: try to serve more than the best solution does, for a short while; ejections count as iterations.
  ///   - progress: how much of the whole search is over, 0 to 1, asked every few iterations.
  func run(reducesFleet: Bool, extendsService: Bool, progress: () -> Double, goOn: (Int) -> Bool) {
    guard p.requestCount > 0, p.vehicleCount > 0 else { return }
    var done = reducesFleet ? reduceFleet(progress, goOn) : 0
    if extendsService { done += serveMore(from: done, progress, goOn) }
    var temperature = annealing.temperature(progress())
    while goOn(done) {
      if done & 15 == 0 { temperature = annealing.temperature(progress()) }
      step(temperature)
      done += 1
      iterations += 1
      if iterations % 200 == 0 {
        moveWeights.adapt()
        recreateWeights.adapt()
      }
    }
  }

  /// Share of the whole search that one attempt to save vehicles may take where all that it can save is their cost;
  /// where they cost less, it is less in proportion.
  private static let shareOfReduction = 0.05

  /// Tries to serve with fewer vehicles whom the best solution serves; returns the number of ejections.
  private func reduceFleet(_ progress: () -> Double, _ goOn: (Int) -> Bool) -> Int {
    guard FleetRules.isWorthwhile(p, best) else { return 0 }
    var done = 0
    let share = FleetRules.shareOfFixedCosts(p, best)
    let end = share < 0.5 ? progress() + share * Self.shareOfReduction : .infinity
    let reduction = FleetReduction(p, rules: FleetRules(p), bench: bench)
    let reduced = reduction.improve(best, &random) { ejections in
      done = ejections
      return goOn(ejections) && (ejections & 7 != 0 || end == .infinity || progress() < end)
    }
    iterations += done
    if let reduced { adopt(reduced) }
    return done
  }

  /// Share of the whole search that one attempt to serve more may take.
  private static let shareOfExtension = 0.01
  /// Attempts to serve more that failed since one last succeeded, and calls of `run` until the next is due.
  private var vainExtensions = 0
  private var callsToExtension = 0

  /// Tries to serve whom the best solution leaves out; returns the number of ejections.
  private func serveMore(
    from first: Int, _ progress: () -> Double, _ goOn: (Int) -> Bool
  ) -> Int {
    guard best.servedCount < p.problem.demands.count else { return 0 }
    guard callsToExtension == 0 else {
      callsToExtension -= 1
      return 0
    }
    var done = 0
    let end = progress() + Self.shareOfExtension
    let extended = serviceExtension.improve(best, &random) { ejections in
      done = ejections
      return goOn(first + ejections) && progress() < end
    }
    iterations += done
    if let extended {
      adopt(extended)
      vainExtensions = 0
    } else {
      // What keeps failing is tried in every fourth call at least.
      callsToExtension = min(3, vainExtensions)
      vainExtensions += 1
    }
    return done
  }

  /// One change, one decision.
  private func step(_ temperature: Double) {
    let how = drawMove()
    switch Move.all[how] {
    case .exchange:
      let changed = exchange.change(current, &random)
      moveWeights.reward(how, changed.map { decide($0, bank, temperature) } ?? .rejected)
    case .ruin(let ruin):
      moveWeights.reward(how, rebuild(after: ruin, temperature))
    }
  }

  private func drawMove() -> Int {
    while true {
      let how = moveWeights.draw(&random)
      // Nobody needs room where everybody is served.
      if case .ruin(.room) = Move.all[how], bank.isEmpty { continue }
      return how
    }
  }

  /// One ruin, one recreate, one decision.
  private func rebuild(after kind: RuinOperator, _ temperature: Double) -> Outcome {
    let again = recreateWeights.draw(&random)
    var candidate = current
    let chosen = ruin.choose(kind, removalCount(), from: current, on: bench, &random)
    let removed = bench.takeOut(chosen, groups, from: &candidate)
    var (open, resting) = waitingGroups(removed)
    recreate.rebuild(RecreateOperator.allCases[again], &open, &candidate, &random)
    let loses = open.count + resting.count > bank.count
    largestRemoval = min(Self.mostRemoved(p), max(4, largestRemoval * (loses ? 0.99 : 1.01)))
    let outcome = decide(candidate, open + resting, temperature)
    recreateWeights.reward(again, outcome)
    return outcome
  }

  /// The groups to put back: those just removed and some of those unserved before; and the rest of the latter.
  ///
  /// On a day that cannot serve everybody, trying all of them each time would cost more than all else.
  private func waitingGroups(_ removed: [Int]) -> (open: [Int], resting: [Int]) {
    var isOpen = [Bool](repeating: false, count: groups.members.count)
    var open: [Int] = []
    for r in removed where !isOpen[groups.groupOf[r]] {
      isOpen[groups.groupOf[r]] = true
      open.append(groups.groupOf[r])
    }
    var resting: [Int] = []
    let share = bank.count <= 6 ? 1 : max(0.1, 6 / Double(bank.count))
    for g in bank where !isOpen[g] {
      if random.chance(share) { open.append(g) } else { resting.append(g) }
    }
    return (open, resting)
  }

  private func removalCount() -> Int {
    // Very small holes are mostly filled again just as they were.
    let most = Int(largestRemoval)
    let least = max(2, min(6, most / 3))
    return least + random.below(most - least + 1)
  }

  private func decide(_ candidate: SearchSolution, _ open: [Int], _ temperature: Double) -> Outcome
  {
    let old = current.cost
    guard annealing.accepts(candidate.cost, over: old, at: temperature, &random) else {
      return .rejected
    }
    if candidate.cost < harvestLimit ?? Self.nearBest(best.cost) { collect(candidate) }
    current = candidate
    bank = open
    if candidate.cost < best.cost - 1e-9 {
      best = candidate
      return .best
    }
    if candidate.cost < old - 1e-9 { return .better }
    // Putting everything back where it was earns nothing.
    return candidate.cost > old + 1e-9 ? .accepted : .rejected
  }

  /// Keeps the routes that this step has made.
  private func collect(_ candidate: SearchSolution) {
    for v in 0..<p.vehicleCount
    where candidate.routes[v] !== current.routes[v] && candidate.routes[v].count > 0 {
      harvest?.add(candidate.routes[v])
    }
  }
}

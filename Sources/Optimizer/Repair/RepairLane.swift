import DialARide

/// One thread's repair.
final class RepairLane: @unchecked Sendable {
  let p: SearchProblem
  let bench: Workbench
  let groups: Groups
  let recreate: Recreate
  var random: RandomSource
  var current: SearchSolution
  private(set) var best: SearchSolution
  private(set) var bestScore = Double.infinity
  private(set) var iterations = 0
  /// Groups of `current` that are not served.
  var bank: [Int] = []
  /// Requests around which changes are sought.
  private(set) var focus: [Int]
  private let ruin: Ruin
  private let relatedness: Relatedness
  private let start: RepairStart
  private var annealing = Annealing(requestCost: 1)
  /// By vehicle: the stops that its driver knows of, as far as they can still be made.
  private var known: [[Int32]]
  /// Requests with a stop among those that nothing can change.
  private var isHeld: [Bool]
  /// Demands of which people were told that they are served, with the forms of each.
  private let promises: [(group: Int, forms: [Int])]

  init(
    _ p: SearchProblem, groups: Groups, relatedness: Relatedness, _ start: RepairStart,
    seed: UInt64, index: Int
  ) {
    self.p = p
    self.groups = groups
    self.relatedness = relatedness
    self.start = start
    bench = Workbench(p, island: index)
    ruin = Ruin(p: p, relatedness: relatedness)
    recreate = Recreate(p: p, groups: groups, bench: bench)
    random = RandomSource(seed: seed &+ UInt64(index) &* 0xA24B_AED4_963E_E407)
    current = bench.emptySolution()
    best = current
    known = Array(repeating: [], count: p.vehicleCount)
    isHeld = Array(repeating: false, count: p.requestCount)
    focus = start.displaced
    let told = start.solution.routes.flatMap(\.stops).filter { $0 < p.firstBreak }.map { $0 >> 1 }
    let promised = start.promised.union(told)
    promises = groups.demands.enumerated().flatMap { g, demands in
      demands.filter { $0.contains(where: promised.contains) }.map { (group: g, forms: $0) }
    }
  }

  func pinned(_ vehicle: Int) -> Int {
    vehicle < start.pinned.count ? start.pinned[vehicle] : 0
  }

  // MARK: The beginning

  /// Takes over what can still be driven, and puts back who is displaced.
  func begin() {
    for route in start.solution.routes { takeOver(route) }
    let stops = start.solution.routes.flatMap(\.stops)
    let told = Set(stops.filter { $0 < p.firstBreak }.map { $0 >> 1 })
    focus += told.filter { current.vehicleOf[$0] < 0 }.sorted()
    completeGroups()
    let absent = groups.broken(in: current).filter { r in
      !groups.closure(of: [r]).contains { isHeld[$0] }
    }
    _ = bench.takeOut(absent, groups, from: &current)
    let promised = Set(promises.map(\.group))
    let displaced = Set(focus.map { groups.groupOf[$0] })
    var first: [Int] = []
    var new: [Int] = []
    var later: [Int] = []
    for g in groups.unserved(in: current) {
      if promised.contains(g) {
        first.append(g)
      } else if displaced.contains(g) {
        new.append(g)
      } else {
        later.append(g)
      }
    }
    recreate.rebuild(.regret2, &first, &current, &random)
    makeRoom(for: &first)
    recreate.rebuild(.regret2, &new, &current, &random)
    recreate.rebuild(.regret2, &later, &current, &random)
    bank = first + new + later
    best = current
    bestScore = score(current)
  }

  /// Rounds of making room for each of those left over, and for all of them. They alone bound it, so that it finds the same
  /// on every machine.
  private static let roomRounds = (each: 16, most: 64)

  /// Moves others about for those left over whom people were told are served, before anybody else takes the room.
  private func makeRoom(for waiting: inout [Int]) {
    var score = score(current)
    var rounds = min(Self.roomRounds.most, Self.roomRounds.each * waiting.count)
    while rounds > 0, !waiting.isEmpty {
      rounds -= 1
      let group = waiting[random.below(waiting.count)]
      guard let wanted = groups.members[group].first(where: { current.vehicleOf[$0] < 0 }) else {
        continue
      }
      var candidate = current
      let chosen = ruin.room(for: wanted, 3 + random.below(8), current, &random)
        .filter { !isHeld[$0] }
      let removed = bench.takeOut(chosen, groups, from: &candidate)
      guard !removed.contains(where: { isHeld[$0] }) else { continue }
      var open = waiting
      for r in removed where !open.contains(groups.groupOf[r]) { open.append(groups.groupOf[r]) }
      let how = RecreateOperator.allCases[random.below(RecreateOperator.allCases.count)]
      recreate.rebuild(how, &open, &candidate, &random)
      guard keepsPins(candidate) else { continue }
      let found = self.score(candidate)
      guard found < score - 1e-9 else { continue }
      current = candidate
      waiting = open
      score = found
    }
  }

  /// A route as it was told. Where it can no longer be driven, who gets in last leaves it, and so on; what is settled
  /// stays.
  private func takeOver(_ route: Route) {
    let vehicle = route.vehicle
    var stops = route.stops.filter { $0 < p.firstBreak }.map(Int32.init)
    known[vehicle] = stops
    let held = Set(stops.prefix(pinned(vehicle)).map { $0 >> 1 })
    for r in held { isHeld[Int(r)] = true }
    while !stops.isEmpty {
      let made = bench.makeRoute(stops, stops.count, vehicle: vehicle)
      if let made, bench.mayAdd(made, to: current) {
        current.use(made, p)
        return
      }
      guard let last = stops.last(where: { $0 & 1 == 0 && !held.contains($0 >> 1) }) else {
        return
      }
      stops.removeAll { $0 >> 1 == last >> 1 }
    }
  }

  /// Puts back those of a group, or of one that others hang on, who are missing, the others keeping their places.
  private func completeGroups() {
    for g in groups.members.indices {
      let missing = groups.missing(g, in: current)
      let isWanted =
        missing.count < groups.demands[g].count
        || groups.dependents[g].contains { d in
          groups.members[d].contains { current.vehicleOf[$0] >= 0 }
        }
      guard !missing.isEmpty, isWanted, let trial = serving(missing, beside: current) else {
        continue
      }
      current = trial
    }
  }

  /// - Parameter demands: each with its forms, of which the cheapest is served.
  private func serving(_ demands: [[Int]], beside solution: SearchSolution) -> SearchSolution? {
    var trial = solution
    for forms in demands {
      let vehicles = recreate.candidates(trial)
      var best = (point: InsertionPoint.nowhere, vehicle: -1, request: -1)
      for r in forms {
        let found = recreate.cheapest(r, trial, vehicles, blink: 0, &random)
        if found.point.delta < best.point.delta { best = (found.point, found.vehicle, r) }
      }
      guard best.point.delta.isFinite else { return nil }
      bench.apply(best.request, best.point, vehicle: best.vehicle, to: &trial)
      guard trial.vehicleOf[best.request] >= 0 else { return nil }
    }
    return trial
  }

  // MARK: Changes

  /// Runs until `goOn` says no; both are given the number of iterations of this call.
  func run(progress: (Int) -> Double, goOn: (Int) -> Bool) {
    guard !focus.isEmpty || !bank.isEmpty else { return }
    let served = current.servedCount
    let routing = current.routes.reduce(0) { $0 + $1.cost }
    // Cool: what is told shall stay unless something is gained by it.
    annealing = Annealing(requestCost: max(1e-6, routing / Double(max(1, served))) * 0.1)
    var score = score(current)
    var done = 0
    while goOn(done) {
      let share = progress(done)
      if done & 63 == 63, score > bestScore + 1e-9 { (score, bank) = goBack() }
      step(annealing.temperature(share), &score)
      done += 1
      iterations += 1
    }
  }

  /// Goes on from the best solution.
  private func goBack() -> (Double, [Int]) {
    current = best
    return (bestScore, groups.unserved(in: best))
  }

  private func step(_ temperature: Double, _ score: inout Double) {
    var candidate = current
    let chosen = choose().filter { !isHeld[$0] }
    let removed = bench.takeOut(chosen, groups, from: &candidate)
    guard !removed.contains(where: { isHeld[$0] }) else { return }
    var (open, resting) = waitingGroups(removed)
    let how = RecreateOperator.allCases[random.below(RecreateOperator.allCases.count)]
    recreate.rebuild(how, &open, &candidate, &random)
    guard keepsPins(candidate) else { return }
    let found = self.score(candidate)
    guard annealing.accepts(found, over: score, at: temperature, &random) else { return }
    current = candidate
    bank = open + resting
    score = found
    if found < bestScore - 1e-9 {
      best = candidate
      bestScore = found
    }
  }

  /// Cost, what is to be told to drivers who need not be told anything otherwise, and rides lost that were told.
  private func score(_ solution: SearchSolution) -> Double {
    var score = solution.cost
    if start.priceOfLosing > 0 {
      score += start.priceOfLosing * Double(promises.count { isLost($0.forms, in: solution) })
    }
    guard start.priceOfTelling > 0 else { return score }
    var told = 0
    for route in solution.routes
    where !start.mustTell.contains(route.vehicle) && !isAsKnown(route) { told += 1 }
    return score + start.priceOfTelling * Double(told)
  }

  private func isLost(_ forms: [Int], in solution: SearchSolution) -> Bool {
    forms.allSatisfy { solution.vehicleOf[$0] < 0 }
  }

  private func isAsKnown(_ route: SearchRoute) -> Bool {
    let stops = known[route.vehicle]
    return route.count == stops.count
      && stops.indices.allSatisfy { route.nodes[$0 + 1].stop == stops[$0] }
  }

  private func keepsPins(_ solution: SearchSolution) -> Bool {
    start.pinned.indices.allSatisfy { vehicle in
      let route = solution.routes[vehicle]
      return route === current.routes[vehicle]
        || pinned(vehicle) <= route.count
          && (0..<pinned(vehicle)).allSatisfy { route.nodes[$0 + 1].stop == known[vehicle][$0] }
    }
  }

  // MARK: Choosing

  private func choose() -> [Int] {
    let kind = random.below(4)
    if kind == 0, !bank.isEmpty {
      let count = 3 + random.below(8)
      let lost = promises.filter { isLost($0.forms, in: current) }
      if !lost.isEmpty, random.chance(0.5) {
        let wanted = lost[random.below(lost.count)].forms[0]
        return ruin.room(for: wanted, count, current, &random)
      }
      return ruin.choose(.room, count, from: current, on: bench, &random)
    }
    if kind == 1, let route = touchedRoute() {
      var requests = route.requests.map(Int.init)
      random.shuffle(&requests)
      return Array(requests.prefix(12))
    }
    return around()
  }

  /// A route that is not as it was told.
  private func touchedRoute() -> SearchRoute? {
    let touched = current.routes.filter { $0.count > 0 && !isAsKnown($0) }
    return touched.isEmpty ? nil : touched[random.below(touched.count)]
  }

  /// One of those in focus and a few related to it, nearer ones more often.
  private func around() -> [Int] {
    guard !focus.isEmpty, relatedness.width > 0 else {
      return ruin.choose(.related, 2 + random.below(8), from: current, on: bench, &random)
    }
    let first = focus[random.below(focus.count)]
    var chosen = current.vehicleOf[first] >= 0 ? [first] : []
    let count = 2 + random.below(8)
    for _ in 0..<(4 * count) where chosen.count < count {
      let from = chosen.isEmpty ? first : chosen[random.below(chosen.count)]
      let u = random.unit()
      let rank = Int(u * u * u * Double(relatedness.width))
      let next = Int(relatedness.neighbours[from * relatedness.width + rank])
      if current.vehicleOf[next] >= 0, !chosen.contains(next) { chosen.append(next) }
    }
    return chosen
  }

  /// The groups to put back: those removed and some of those unserved before; and the rest of the latter.
  private func waitingGroups(_ removed: [Int]) -> (open: [Int], resting: [Int]) {
    var open: [Int] = []
    for r in removed where !open.contains(groups.groupOf[r]) { open.append(groups.groupOf[r]) }
    var resting: [Int] = []
    let share = bank.count <= 6 ? 1 : max(0.1, 6 / Double(bank.count))
    for g in bank where !open.contains(g) {
      if random.chance(share) { open.append(g) } else { resting.append(g) }
    }
    return (open, resting)
  }
}

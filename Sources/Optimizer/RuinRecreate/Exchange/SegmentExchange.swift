import DialARide

/// Exchanges parts of two routes that begin and end while nobody is on board: tails (2-opt*; Potvin and Rousseau,
/// Journal of the Operational Research Society 46 (1995)), or short segments, one of which may be empty, so that whole
/// trips move from one vehicle to another, whatever its depot.
///
/// Taking requests out one by one seldom moves a chain of trips; here it costs two judgements.
final class SegmentExchange {
  private let p: SearchProblem
  private let groups: Groups
  private let relatedness: Relatedness
  private let bench: Workbench
  private let first: FlatTable<Int32>
  private let second: FlatTable<Int32>
  /// New vehicle of each request that the trial moves, -1 for the others.
  private let moved: FlatTable<Int32>
  /// Trials of one change.
  private let most = 24

  init(_ p: SearchProblem, groups: Groups, relatedness: Relatedness, bench: Workbench) {
    self.p = p
    self.groups = groups
    self.relatedness = relatedness
    self.bench = bench
    first = FlatTable(repeating: 0, count: bench.walker.capacity)
    second = FlatTable(repeating: 0, count: bench.walker.capacity)
    moved = FlatTable(repeating: -1, count: p.requestCount)
  }

  /// Stops `from + 1 ... to` of each of two routes.
  private struct Cut {
    var from: Int
    var to: Int
    var otherFrom: Int
    var otherTo: Int
  }

  /// The solution after the cheapest of some exchanges around a random request; `nil` where none is feasible.
  func change(_ solution: SearchSolution, _ random: inout RandomSource) -> SearchSolution? {
    guard let (request, vehicle) = seed(solution, &random) else { return nil }
    let other = partner(of: request, in: vehicle, solution, &random)
    guard other >= 0, other != vehicle else { return nil }
    let (a, b) = (solution.routes[vehicle], solution.routes[other])
    let (mine, theirs) = (emptyMoments(a), emptyMoments(b))
    guard
      let at = (1...a.count).first(where: { Int(a.nodes[$0].stop) >> 1 == request }),
      let begin = mine.lastIndex(where: { $0 < at }), begin + 1 < mine.count
    else { return nil }
    let isTail = random.chance(0.5)
    let length = isTail ? mine.count : 1 + random.below(2)
    let end = min(begin + length, mine.count - 1)
    var best: (cost: Double, cut: Cut)?
    var trials = 0
    let offset = random.below(theirs.count)
    for turn in theirs.indices where trials < most {
      let k = (turn + offset) % theirs.count
      let ends = isTail ? [theirs.count - 1] : [k, k + 1].filter { $0 < theirs.count }
      for last in ends {
        let cut = Cut(
          from: mine[begin], to: mine[end], otherFrom: theirs[k], otherTo: theirs[last])
        guard isWorthTrying(cut, a, b) else { continue }
        trials += 1
        let cost = judge(cut, a, b, below: best?.cost ?? .infinity, solution)
        if cost < best?.cost ?? .infinity { best = (cost, cut) }
      }
    }
    return best.flatMap { apply($0.cut, a, b, to: solution) }
  }

  private func seed(_ solution: SearchSolution, _ random: inout RandomSource) -> (Int, Int)? {
    for _ in 0..<20 {
      let r = random.below(p.requestCount)
      if solution.vehicleOf[r] >= 0 { return (r, Int(solution.vehicleOf[r])) }
    }
    return nil
  }

  /// The vehicle of a related request; now and then one that is not used.
  private func partner(
    of r: Int, in vehicle: Int, _ solution: SearchSolution, _ random: inout RandomSource
  ) -> Int {
    if relatedness.width == 0 || random.chance(0.1) {
      let spare = random.below(p.vehicleCount)
      return solution.routes[spare].count == 0 ? spare : -1
    }
    for _ in 0..<10 {
      let u = random.unit()
      let rank = Int(u * u * Double(relatedness.width))
      let other = Int(
        solution.vehicleOf[Int(relatedness.neighbours[r * relatedness.width + rank])])
      if other >= 0 && other != vehicle { return other }
    }
    return -1
  }

  /// Positions after which no ride is under way: 0 is the start, `count` the last stop.
  private func emptyMoments(_ route: SearchRoute) -> [Int] {
    var moments = [0]
    var riding = 0
    for x in stride(from: 1, through: route.count, by: 1) {
      let stop = Int(route.nodes[x].stop)
      if p.hasPickup[stop >> 1] && p.hasDelivery[stop >> 1] { riding += stop & 1 == 0 ? 1 : -1 }
      if riding == 0 { moments.append(x) }
    }
    return moments
  }

  /// Whether something changes, and neither vehicle is too late for what follows at once.
  private func isWorthTrying(_ cut: Cut, _ a: SearchRoute, _ b: SearchRoute) -> Bool {
    let isAll = cut.from == 0 && cut.to == a.count && cut.otherFrom == 0 && cut.otherTo == b.count
    let isNothing = cut.from == cut.to && cut.otherFrom == cut.otherTo
    if isNothing || isAll && isAlike(a.vehicle, b.vehicle) { return false }
    if cut.otherTo > cut.otherFrom, !reaches(a, cut.from, b, cut.otherFrom + 1) { return false }
    return cut.to == cut.from || reaches(b, cut.otherFrom, a, cut.from + 1)
  }

  private func isAlike(_ vehicle: Int, _ other: Int) -> Bool {
    p.vehicles[vehicle].vehicleClass == p.vehicles[other].vehicleClass
  }

  /// Whether a vehicle is in time at a node of another route.
  private func reaches(_ route: SearchRoute, _ x: Int, _ other: SearchRoute, _ y: Int) -> Bool {
    let (from, to) = (route.nodes[x], other.nodes[y])
    let travel = p.vehicles[route.vehicle].time(from.place, to.place)
    return from.early + from.serve + travel <= p.latest[Int(to.stop)] + SearchProblem.tolerance
  }

  /// Cost of both routes after an exchange; infinite where it breaks a rule or is not cheaper than `bound`.
  private func judge(
    _ cut: Cut, _ a: SearchRoute, _ b: SearchRoute, below bound: Double,
    _ solution: SearchSolution
  ) -> Double {
    guard mayMove(cut, a, b, solution) else { return .infinity }
    let length = write(cut, a, b)
    let one = cost(first, length.first, a.vehicle)
    guard one < bound else { return .infinity }
    return one + cost(second, length.second, b.vehicle)
  }

  private func cost(_ stops: FlatTable<Int32>, _ length: Int, _ vehicle: Int) -> Double {
    length == 0
      ? bench.emptyRoutes[vehicle].cost
      : bench.walker.judge(UnsafePointer(stops.base), length, vehicle: vehicle)
  }

  /// Writes the stops of both routes after an exchange into `first` and `second`.
  private func write(_ cut: Cut, _ a: SearchRoute, _ b: SearchRoute) -> (first: Int, second: Int) {
    func join(
      _ into: FlatTable<Int32>, _ outer: SearchRoute, _ head: Int, _ tail: Int,
      _ inner: SearchRoute, _ from: Int, _ to: Int
    ) -> Int {
      var length = 0
      func copy(_ route: SearchRoute, _ from: Int, _ to: Int) {
        for x in stride(from: from + 1, through: to, by: 1) {
          into.base[length] = route.nodes[x].stop
          length += 1
        }
      }
      copy(outer, 0, head)
      copy(inner, from, to)
      copy(outer, tail, outer.count)
      return length
    }
    return (
      join(first, a, cut.from, cut.to, b, cut.otherFrom, cut.otherTo),
      join(second, b, cut.otherFrom, cut.otherTo, a, cut.from, cut.to)
    )
  }

  /// Whether every request that is moved may ride in its new vehicle, with all who must share it.
  private func mayMove(
    _ cut: Cut, _ a: SearchRoute, _ b: SearchRoute, _ solution: SearchSolution
  ) -> Bool {
    var isAllowed = true
    func visit(_ route: SearchRoute, _ from: Int, _ to: Int, _ body: (Int) -> Void) {
      for x in stride(from: from + 1, through: to, by: 1) { body(Int(route.nodes[x].stop) >> 1) }
    }
    func move(_ route: SearchRoute, _ from: Int, _ to: Int, _ vehicle: Int) {
      visit(route, from, to) { r in
        moved.base[r] = Int32(vehicle)
        if !p.admissible[r * p.vehicleCount + vehicle] { isAllowed = false }
      }
    }
    func tied(_ route: SearchRoute, _ from: Int, _ to: Int) {
      visit(route, from, to) { r in
        for q in groups.sameVehicleAs[r] where solution.vehicleOf[q] >= 0 {
          if moved.base[q] != moved.base[r] { isAllowed = false }
        }
      }
    }
    func forget(_ route: SearchRoute, _ from: Int, _ to: Int) {
      visit(route, from, to) { moved.base[$0] = -1 }
    }
    move(a, cut.from, cut.to, b.vehicle)
    move(b, cut.otherFrom, cut.otherTo, a.vehicle)
    if isAllowed {
      tied(a, cut.from, cut.to)
      tied(b, cut.otherFrom, cut.otherTo)
    }
    forget(a, cut.from, cut.to)
    forget(b, cut.otherFrom, cut.otherTo)
    return isAllowed
  }

  private func apply(
    _ cut: Cut, _ a: SearchRoute, _ b: SearchRoute, to solution: SearchSolution
  ) -> SearchSolution? {
    let length = write(cut, a, b)
    guard
      let one = bench.makeRoute(UnsafePointer(first.base), length.first, vehicle: a.vehicle),
      let two = bench.makeRoute(UnsafePointer(second.base), length.second, vehicle: b.vehicle)
    else { return nil }
    var changed = solution
    for (route, old) in [(one, a), (two, b)] {
      changed.setRoute(route, of: route.vehicle, p)
      changed.cost += route.cost - old.cost
      for r in route.requests { changed.vehicleOf[Int(r)] = Int32(route.vehicle) }
    }
    return bench.mayAdd(one, to: changed) && bench.mayAdd(two, to: changed) ? changed : nil
  }
}

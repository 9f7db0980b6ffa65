import DialARide

/// What the pricing of one class of vehicles needs and no dual changes: fragments, their costs, empty legs.
final class PricingMap {
  let p: BoundProblem
  let kind: BoundClass
  /// Number of the class among `BoundProblem.classes`.
  let classIndex: Int
  let set: FragmentSet
  let grid: TimeGrid
  /// Fragments of the class: indices into the set, by first stop.
  let members: [Int32]
  /// `firstMember[s] ..< firstMember[s + 1]`: members that begin at stop s.
  let firstMember: [Int32]
  /// Cost of each member without duals.
  let costs: [Double]
  /// Legs from each stop that ends a fragment; `firstLeg` as `firstMember`.
  let legs: FlatTable<EmptyLeg>
  let firstLeg: [Int32]
  /// Legs from the start location; their cost includes what the use of the vehicle costs.
  let opening: [EmptyLeg]
  /// Earliest arrival by an opening leg.
  func opens(_ leg: EmptyLeg) -> Double {
    max(kind.opens + leg.time, p.earliest[Int(leg.first)])
  }

  /// Time and cost of the way from each stop to the end location.
  let endTime: [Double]
  let endCost: [Double]
  let endMetres: [Double]
  /// Time and cost of the way from each stop to the base and back from it; empty without base visits.
  let toBase: [EmptyLeg]
  let fromBase: [EmptyLeg]
  /// Requests that cannot be reached any more, by stop and slice; empty where no mask holds the requests.
  let unreachable: FlatTable<BitMask>
  /// Requests that a route remembers having served while it is at a request.
  var neighbours: [BitMask]

  var stopCount: Int { 2 * p.requestCount }

  init(_ p: BoundProblem, classIndex: Int, set: FragmentSet, grid: TimeGrid) {
    let kind = p.classes[classIndex]
    let problem = p.problem
    let way = p.travel[kind.matrix]
    self.p = p
    self.kind = kind
    self.classIndex = classIndex
    self.set = set
    self.grid = grid
    let stops = 2 * p.requestCount
    let fits = set.fragments.indices.filter { index in
      let fragment = set.fragments[index]
      return fragment.classes.contains(classIndex) && fragment.earliestEnd <= kind.closes
        && fragment.latestStart >= kind.opens
    }
    members = fits.map(Int32.init)
    firstMember = Self.offsets(fits.map { Int(set.fragments[$0].first) }, stops)
    costs = fits.map { Self.cost(set, set.fragments[$0], kind, problem) }
    func leg(_ from: Int, _ to: Int, first: Int) -> EmptyLeg {
      guard from >= 0, to >= 0 else { return EmptyLeg(first: Int32(first), time: 0, cost: 0) }
      let entry = from * way.size + to
      return EmptyLeg(
        first: Int32(first), time: way.times[entry],
        cost: kind.perMetre * way.distances[entry] + kind.perSecond * way.times[entry],
        metres: way.distances[entry])
    }
    func direct(_ from: Int, _ to: Int, first: Int) -> EmptyLeg {
      var straight = leg(from, to, first: first)
      guard kind.mayReturnToBase, !kind.passesBase else { return straight }
      let (out, back) = (leg(from, kind.start, first: first), leg(kind.start, to, first: first))
      straight.time = min(straight.time, out.time + back.time)
      straight.cost = min(straight.cost, out.cost + back.cost)
      straight.metres = min(straight.metres, out.metres + back.metres)
      return straight
    }
    let place = { (stop: Int) in Int(problem.location[stop]) }
    let isFirst = Self.marks(fits.map { Int(set.fragments[$0].first) }, stops)
    let isLast = Self.marks(fits.map { Int(set.fragments[$0].last) }, stops)
    let firsts = (0..<stops).filter { isFirst[$0] }
    var all: [EmptyLeg] = []
    var from: [Int] = []
    for last in 0..<stops where isLast[last] {
      let leaves = p.earliest[last] + problem.serviceTime[last]
      for first in firsts where first >> 1 != last >> 1 || !p.isMaskable {
        var next = direct(place(last), place(first), first: first)
        next.setup = Self.setup(kind, problem, last, first)
        guard leaves + way.shortest(place(last), place(first)) <= p.latest[first] else { continue }
        next.isDirect = kind.mayWait(
          leftBy: p.latest[last] + problem.serviceTime[last], way: next.time,
          until: p.earliest[first])
        guard next.isDirect || kind.passesBase else { continue }
        all.append(next)
        from.append(last)
      }
    }
    legs = FlatTable(all)
    firstLeg = Self.offsets(from, stops)
    opening = firsts.compactMap { first in
      var next = leg(kind.start, place(first), first: first)
      next.cost += kind.fixedCost
      return kind.opens + next.time <= p.latest[first] ? next : nil
    }
    let closing = (0..<stops).map { stop in
      isLast[stop] ? leg(place(stop), kind.end, first: stop) : EmptyLeg(first: 0, time: 0, cost: 0)
    }
    endTime = closing.map(\.time)
    endCost = closing.map(\.cost)
    endMetres = closing.map(\.metres)
    toBase =
      kind.passesBase
      ? (0..<stops).map { leg(place($0), kind.start, first: $0) } : []
    fromBase = kind.passesBase ? firsts.map { leg(kind.start, place($0), first: $0) } : []
    unreachable = Self.unreachable(p, grid, way)
    neighbours = Array(repeating: .all(p.requestCount), count: p.requestCount)
  }

  /// Set-up of a pickup after the vehicle was emptied at a stop.
  func setup(_ last: Int, _ first: Int) -> Double { Self.setup(kind, p.problem, last, first) }

  private static func setup(_ kind: BoundClass, _ problem: Problem, _ last: Int, _ first: Int)
    -> Double
  {
    guard !kind.setupTimes.isEmpty else { return 0 }
    return kind.setupTimes[Int(problem.setupClass[last >> 1])][Int(problem.setupClass[first >> 1])]
  }

  private static func offsets(_ keys: [Int], _ count: Int) -> [Int32] {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for key in keys { offsets[key + 1] += 1 }
    for key in 0..<count { offsets[key + 1] += offsets[key] }
    return offsets
  }

  private static func marks(_ members: [Int], _ count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for member in members { marks[member] = true }
    return marks
  }

  private static func cost(
    _ set: FragmentSet, _ fragment: Fragment, _ kind: BoundClass, _ problem: Problem
  ) -> Double {
    var cost = kind.perMetre * fragment.distance + kind.perSecond * fragment.driving
    guard !problem.preferenceCost.isEmpty else { return cost }
    for stop in set.stops(of: fragment) where Int(stop) == Self.firstStop(problem, stop) {
      cost += problem.preferenceCost[Int(stop >> 1) * problem.vehicleCount + kind.vehicle]
    }
    return cost
  }

  private static func firstStop(_ problem: Problem, _ stop: Int32) -> Int {
    let r = Int(stop >> 1)
    return problem.hasPickup[r] ? 2 * r : 2 * r + 1
  }

  /// Requests whose first stop closes before even the fastest way from a stop, left at the beginning of a slice.
  private static func unreachable(_ p: BoundProblem, _ grid: TimeGrid, _ way: BoundTravel)
    -> FlatTable<BitMask>
  {
    let problem = p.problem
    guard p.isMaskable else { return FlatTable(repeating: BitMask(), count: 1) }
    let table = FlatTable<BitMask>(
      repeating: BitMask(), count: 2 * p.requestCount * grid.count)
    guard grid.isFine else { return table }
    for stop in 0..<(2 * p.requestCount) where problem.location[stop] >= 0 {
      for r in 0..<p.requestCount where r != stop >> 1 {
        let first = p.firstStop(r)
        let time = way.shortest(Int(problem.location[stop]), Int(problem.location[first]))
        let open = p.latest[first] - time + BoundProblem.tolerance
        for slice in stride(from: grid.count - 1, through: 0, by: -1) {
          guard grid.begin(of: slice) > open else { break }
          table.base[stop * grid.count + slice].insert(r)
        }
      }
    }
    return table
  }
}

import DialARide

/// Labelling stop by stop, for problems with too many fragments.
///
/// Pairing, capacity, who may ride with whom and windows are exact. Of ride times two necessary conditions are
/// kept for each rider: travel and service on board within the limit, and a delivery no later than the latest
/// pickup that the windows passed since then allow, plus the limit (Gschwind and Irnich, Transportation
/// Science 49 (2015), where the two meet in one function). What several riders ask of one schedule together
/// may be missed: a relaxation, hence a bound.
final class StopPricer: RoutePricing {
  let graph: StopGraph
  private let p: BoundProblem
  private let walks: WalkPricing
  private let labels = GrowingTable<StopLabel>(capacity: 1 << 12)
  private let riders = GrowingTable<Rider>(capacity: 1 << 12)
  private let queue = LabelQueue()
  private var heads: [Place: Int32] = [:]
  private var found: [FoundRoute] = []
  /// Half of each request's dual at either stop.
  private var duals: [Double]
  private(set) var root = -Double.infinity
  private var mode = PricingMode.exact
  private var threshold = 0.0
  private let rate: Double
  private let isDutyLimited: Bool
  private let capacity: StopCapacity
  /// Requests that cannot be reached any more, by stop and slice.
  private let unreachable: FlatTable<BitMask>
  /// Time of a route that may be something else than waiting.
  private let freeWaiting: Double
  /// Requests remembered while a route is at a request.
  private let neighbours: [BitMask]

  private struct Place: Hashable {
    var stop: Int32
    var aboard: BitMask
    /// Empty but in an enumeration.
    var requests: BitMask
  }

  init(_ graph: StopGraph) {
    let kind = graph.kind
    self.graph = graph
    p = graph.p
    walks = WalkPricing(graph)
    duals = Array(repeating: 0, count: 2 * graph.p.requestCount)
    let mayTakeLonger =
      kind.freePerFragment > 0 || !kind.setupTimes.isEmpty || kind.mayReturnToBase
    rate = mayTakeLonger ? 0 : kind.perSecondWaiting
    // The break is not followed here, so all of it may be what looks like waiting.
    freeWaiting = kind.freeWaiting + (kind.rest?.duration ?? 0)
    isDutyLimited =
      kind.longestDuration < kind.closes - kind.opens && kind.freePerFragment == 0
    capacity = StopCapacity(graph.p, kind)
    unreachable = Self.unreachable(graph)
    neighbours = Self.neighbours(graph, size: 10)
  }

  var effort: Int { labels.count }

  func prepare(_ duals: [Double], keepsAll: Bool) {
    for r in 0..<p.requestCount {
      let share = p.problem.isRide(r) ? 0.5 : 1
      self.duals[2 * r] = share * duals[r]
      self.duals[2 * r + 1] = share * duals[r]
    }
    root = walks.cheapest(self.duals).cost
  }

  func run(_ mode: PricingMode, threshold: Double, most limit: Int, stop: () -> Bool) -> Bool {
    self.mode = mode
    self.threshold = threshold
    labels.removeAll()
    riders.removeAll()
    queue.removeAll()
    found.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    let start = StopLabel(
      time: graph.kind.opens, cost: 0, margin: .infinity, used: 0, requests: BitMask(),
      aboard: BitMask(), previous: -1, stop: -1, firstRider: 0, riderCount: 0, next: -1)
    for step in graph.opening { visit(step, from: start, -1) }
    var taken = 0
    while !queue.isEmpty {
      taken += 1
      if labels.count > limit || taken & 511 == 0 && stop() { return false }
      let index = queue.pop()
      let label = labels.base[Int(index)]
      guard enter(label, index) else { continue }
      if label.riderCount == 0 { finish(label, index) }
      let from = graph.firstStep[Int(label.stop)]
      for s in from..<graph.firstStep[Int(label.stop) + 1] {
        visit(graph.steps[s], from: label, index)
      }
    }
    return true
  }

  func routes(most: Int) -> [FoundRoute] {
    found.sort { ($0.reducedCost, $0.label) < ($1.reducedCost, $1.label) }
    return Array(found.prefix(most))
  }

  var leastFound: Double { found.reduce(.infinity) { min($0, $1.reducedCost) } }

  func requests(of route: FoundRoute) -> BitMask { labels.base[Int(route.label)].requests }

  func stops(of route: FoundRoute) -> [Int32] {
    var stops: [Int32] = []
    var at = route.label
    while at >= 0 {
      stops.append(labels.base[Int(at)].stop)
      at = labels.base[Int(at)].previous
    }
    return stops.reversed()
  }

  func cost(_ route: FoundRoute, _ duals: [Double]) -> Double {
    stops(of: route).reduce(route.reducedCost) { cost, stop in
      Int(stop) == p.firstStop(Int(stop >> 1)) ? cost + duals[Int(stop >> 1)] : cost
    }
  }

  @inline(__always)
  private func waiting(_ time: Double, _ margin: Double) -> Double {
    rate * max(0, time - margin - freeWaiting)
  }

  @inline(__always)
  private func closed(_ label: StopLabel) -> BitMask {
    label.requests
      | unreachable.base[Int(label.stop) &* graph.slices &+ graph.slice(of: label.time)]
  }

  // MARK: Extension

  private func visit(_ step: StopGraph.Step, from label: StopLabel, _ index: Int32) {
    let stop = Int(step.to)
    let r = stop >> 1
    let time = max(label.time + step.time, p.earliest[stop])
    if time > p.latest[stop] { return }
    let entry = stop &* graph.slices &+ graph.slice(of: time)
    let margin = min(label.margin + step.time, p.latest[stop])
    let cost = label.cost + step.cost
    if cost + walks.values.base[entry] + waiting(time, margin) >= threshold { return }
    var next = StopLabel(
      time: time, cost: cost - duals[stop], margin: margin, used: label.used + step.time,
      requests: label.requests, aboard: label.aboard, previous: index, stop: step.to,
      firstRider: 0, riderCount: 0, next: -1)
    let isDelivery = stop & 1 == 1 && p.problem.isRide(r)
    if isDelivery {
      guard label.aboard.contains(r) else { return }
      next.aboard.remove(r)
    } else {
      if label.requests.contains(r) || label.aboard.contains(r) { return }
      if p.problem.isRide(r) {
        guard mayBoard(r, label) else { return }
        next.aboard.insert(r)
      }
      if mode != .enumeration { next.requests &= neighbours[r] }
      next.requests.insert(r)
    }
    if isDutyLimited && next.used + max(0, time - margin) > graph.kind.longestDuration { return }
    guard carry(label, &next, isDelivery ? r : -1, boarding: isDelivery ? -1 : r) else { return }
    if isKnownDominated(next) {
      riders.removeLast(Int(next.riderCount))
      return
    }
    queue.push(time, Int32(labels.count))
    labels.append(next)
  }

  private func mayBoard(_ r: Int, _ label: StopLabel) -> Bool {
    let first = Int(label.firstRider)
    for at in first..<(first + Int(label.riderCount)) where !p.conflicts.isEmpty {
      if p.conflicts[Int(riders.base[at].request) * p.requestCount + r] { return false }
    }
    return capacity.fits(riders.base + first, Int(label.riderCount), and: r)
  }

  /// Writes the riders of the next label; false if one of them cannot be set down in time any more.
  private func carry(
    _ label: StopLabel, _ next: inout StopLabel, _ alighting: Int, boarding: Int
  ) -> Bool {
    let stop = Int(next.stop)
    next.firstRider = Int32(riders.count)
    let bound = p.latest[stop] - next.used
    var isBoarded = boarding < 0 || !p.problem.isRide(boarding)
    func add(_ rider: Rider) -> Bool {
      riders.append(rider)
      next.riderCount += 1
      let r = Int(rider.request)
      let ahead = p.problem.serviceTime[stop] + graph.shortest(stop, 2 * r + 1)
      return next.time + ahead <= rider.deadline
        && next.used - rider.boarded + ahead <= longestAboard(r)
    }
    func board() -> Bool {
      isBoarded = true
      return add(
        Rider(request: Int32(boarding), boarded: next.used, deadline: p.latest[2 * boarding + 1]))
    }
    for at in 0..<Int(label.riderCount) {
      var rider = riders.base[Int(label.firstRider) + at]
      let r = Int(rider.request)
      // The pickup must not be later than what lets this stop be made in time.
      rider.deadline = min(rider.deadline, bound + rider.boarded + longestAboard(r))
      if r == alighting {
        if next.time <= rider.deadline && next.used - rider.boarded <= longestAboard(r) { continue }
        return drop(next)
      }
      if !isBoarded && boarding < r && !board() { return drop(next) }
      if !add(rider) { return drop(next) }
    }
    if !isBoarded && !board() { return drop(next) }
    return true
  }

  private func drop(_ label: StopLabel) -> Bool {
    riders.removeLast(Int(label.riderCount))
    return false
  }

  /// Longest time between the starts of service at pickup and delivery.
  private func longestAboard(_ r: Int) -> Double {
    p.longestRide[r] + p.problem.serviceTime[2 * r] + p.longestSetup
  }

  private func finish(_ label: StopLabel, _ index: Int32) {
    let stop = Int(label.stop)
    let end = label.time + p.problem.serviceTime[stop] + graph.closingTime[stop]
    guard end <= graph.kind.closes else { return }
    let duty = label.used + end - label.time + max(0, label.time - label.margin)
    if isDutyLimited && duty > graph.kind.longestDuration { return }
    let cost = label.cost + graph.closing[stop] + waiting(label.time, label.margin)
    if cost < threshold { found.append(FoundRoute(reducedCost: cost, label: index)) }
  }

  // MARK: Dominance

  private func place(_ label: StopLabel) -> Place {
    Place(
      stop: label.stop, aboard: label.aboard,
      requests: mode == .enumeration ? label.requests : BitMask())
  }

  private func enter(_ label: StopLabel, _ index: Int32) -> Bool {
    let place = place(label)
    let head = heads[place] ?? -1
    if isDominated(label, head) { return false }
    labels.base[Int(index)].next = head
    heads[place] = index
    return true
  }

  /// Against the labels already taken: all of them are no later.
  private func isKnownDominated(_ label: StopLabel) -> Bool {
    isDominated(label, heads[place(label)] ?? -1)
  }

  private func isDominated(_ label: StopLabel, _ head: Int32) -> Bool {
    var at = head
    let closed = mode == .exact ? closed(label) : BitMask()
    while at >= 0 {
      let other = labels.base + Int(at)
      if other.pointee.cost <= label.cost, mayReplace(other, label, closed) { return true }
      at = other.pointee.next
    }
    return false
  }

  @inline(__always)
  private func mayReplace(
    _ other: UnsafePointer<StopLabel>, _ label: StopLabel, _ closed: BitMask
  ) -> Bool {
    if mode == .heuristic { return true }
    if rate > 0
      && other.pointee.cost - rate * other.pointee.margin > label.cost - rate * label.margin
    {
      return false
    }
    if isDutyLimited
      && !(other.pointee.used <= label.used
        && other.pointee.margin - other.pointee.used >= label.margin - label.used)
    {
      return false
    }
    if mode == .exact && !other.pointee.requests.isSubset(of: closed) { return false }
    let mine = riders.base + Int(label.firstRider)
    let theirs = riders.base + Int(other.pointee.firstRider)
    for at in 0..<Int(label.riderCount) {
      if theirs[at].deadline < mine[at].deadline { return false }
      if other.pointee.used - theirs[at].boarded > label.used - mine[at].boarded { return false }
    }
    return true
  }
}

/// One node of a route as the insertion scan reads it.
struct RouteNode: BitwiseCopyable {
  var stop: Int32
  var place: Int32
  /// Earliest and latest start of service that the rest of the route leaves room for.
  var early: Double
  var late: Double
  /// Service time; without what hangs on the vehicle and the way there, unless the vehicle is timed.
  var serve: Double
  /// Travel time and driving cost from the node before.
  var travel: Double
  var legCost: Double
  /// What the bare rides of all who are on board when leaving the node may still grow by.
  var rideSlack: Double
}

/// A feasible route, never changed once made: solutions share routes, and whatever was computed about one
/// stays true as long as it lives.
final class SearchRoute: @unchecked Sendable {
  let vehicle: Int
  /// Number of request stops; nodes are 0 (start), 1 ... count, count + 1 (end).
  let count: Int
  let nodes: UnsafeMutablePointer<RouteNode>
  /// `loads[x * dimensions + k]`: load when leaving node x.
  let loads: UnsafeMutablePointer<Int32>
  /// The least schedule and what it must keep, for `InsertionChain`; `nil` where the walker must judge.
  let chain: UnsafeMutablePointer<ChainNode>?
  let cost: Double
  /// Part of `cost` beyond the fixed cost, preferences and the driving of the bare stop sequence: waiting,
  /// lateness, ways to base. An insertion can save no more than that.
  let scheduleCost: Double
  let distance: Double
  /// Time driven.
  let driving: Double
  let duration: Double
  let trips: Int
  /// Different for every route made by one maker; caches are keyed by it.
  let stamp: UInt64
  /// Requests served, in order of their first stop.
  let requests: [Int32]

  /// Takes over what the walker found in its last, feasible judgement of `stops`.
  init(
    _ walker: RouteWalker, vehicle: Int, stops: UnsafePointer<Int32>, length: Int, stamp: UInt64
  ) {
    let p = walker.p
    let view = p.vehicles[vehicle]
    self.vehicle = vehicle
    self.stamp = stamp
    count = length
    cost = walker.cost
    // An unused vehicle drives nowhere.
    distance = length > 0 ? walker.distance : 0
    driving = length > 0 ? walker.driving : 0
    duration = walker.duration
    trips = walker.trips
    let nodes = UnsafeMutablePointer<RouteNode>.allocate(capacity: length + 2)
    loads = .allocate(capacity: max(1, (length + 2) * p.dimensions))
    var here = view.start
    for x in 0...(length + 1) {
      let inside = x > 0 && x <= length
      let s = inside ? Int(stops[x - 1]) : -1
      let there = inside ? p.location[s] : x == 0 || view.end < 0 ? here : view.end
      nodes[x] = RouteNode(
        stop: Int32(s), place: there, early: 0, late: 0,
        serve: !inside ? 0 : view.isTimed ? walker.serve[x] : p.service[s],
        travel: x > length && view.end < 0 ? 0 : view.time(here, there),
        legCost: x > length && (view.end < 0 || length == 0) ? 0 : view.legCost(here, there),
        rideSlack: .infinity)
      here = there
    }
    self.nodes = nodes
    var bare = length > 0 ? view.fixedCost + walker.preferences(view) : 0
    for x in 1...(length + 1) { bare += nodes[x].legCost }
    scheduleCost = length > 0 ? max(0, walker.cost - bare) : 0
    requests = Self.requests(p, stops, length)
    // Without limits on rides and duration the scan's own tests are exact.
    let asksChain = view.isPlain && (p.hasRideLimits || !view.hasFreeDuration)
    chain = asksChain ? .allocate(capacity: length + 2) : nil
    fillTimes(walker, view)
    fillLoads(p)
    if p.hasRideLimits || asksChain { fillRides(walker) }
  }

  deinit {
    nodes.deallocate()
    loads.deallocate()
    chain?.deallocate()
  }

  /// Stop numbers in order.
  var stops: [Int32] { count == 0 ? [] : (1...count).map { nodes[$0].stop } }

  private static func requests(
    _ p: SearchProblem, _ stops: UnsafePointer<Int32>, _ length: Int
  ) -> [Int32] {
    (0..<length).compactMap { x in
      let s = Int(stops[x])
      return s & 1 == 0 || !p.hasPickup[s >> 1] ? Int32(s >> 1) : nil
    }
  }

  /// Slack of every node. Where the walker has placed visits of its own, or may place others once a stop is
  /// added, or a service may then take less time than now, the times of the bare stop sequence are used: they bound
  /// the true ones.
  private func fillTimes(_ walker: RouteWalker, _ view: VehicleView) {
    let p = walker.p
    if view.isTimed || !view.hasDerivedVisits && !p.hasVaryingService {
      // Pricing lateness has moved the schedule to its latest departure.
      if p.movesSchedule(view) { _ = walker.settleEarliest(view) }
      for x in 0...(count + 1) { nodes[x].early = walker.begin[x] }
      let late = walker.latestStarts(vehicle)
      for x in 0...(count + 1) { nodes[x].late = late[x] }
      return
    }
    nodes[0].early = view.shiftStart
    for x in stride(from: 1, through: count, by: 1) {
      let arrival = nodes[x - 1].early + nodes[x - 1].serve + nodes[x].travel
      nodes[x].early = p.start(atStop: Int(nodes[x].stop), notBefore: arrival)
    }
    let last = count + 1
    nodes[last].early = nodes[count].early + nodes[count].serve + nodes[last].travel
    nodes[last].late = view.shiftEnd
    for x in stride(from: count, through: 0, by: -1) {
      let most = nodes[x + 1].late - nodes[x + 1].travel - nodes[x].serve
      nodes[x].late = x == 0 ? most : p.start(atStop: Int(nodes[x].stop), notAfter: most)
    }
  }

  private func fillLoads(_ p: SearchProblem) {
    let dims = p.dimensions
    guard dims > 0 else { return }
    for k in 0..<dims { loads[k] = 0 }
    for x in 1..<(count + 1) where p.hasSingles {
      let s = Int(nodes[x].stop)
      guard s & 1 == 1, !p.hasPickup[s >> 1] else { continue }
      for k in 0..<dims { loads[k] += p.load[(s >> 1) * dims + k] }
    }
    for x in stride(from: 1, through: count + 1, by: 1) {
      let s = Int(nodes[x].stop)
      let sign: Int32 = s < 0 ? 0 : s & 1 == 0 ? 1 : -1
      for k in 0..<dims {
        var change = s < 0 ? 0 : sign * p.load[(s >> 1) * dims + k]
        if s >= 0, s & 1 == 1, let exchange = p.exchange { change += exchange[(s >> 1) * dims + k] }
        loads[x * dims + k] = loads[(x - 1) * dims + k] + change
      }
    }
  }

  /// Slack of the bare rides, and the nodes of the chain.
  private func fillRides(_ walker: RouteWalker) {
    let p = walker.p
    let pickupNode = walker.pickupNode
    // Travel and service from the start, no waits, when service starts at a node.
    var bare = 0.0
    for x in 0...(count + 1) {
      let node = nodes[x]
      bare += node.travel
      var link = ChainNode(
        begin: node.early, serve: node.serve, travel: node.travel, close: .infinity,
        rideLimit: .infinity, rideSlack: .infinity, partner: 0)
      if node.stop >= 0 {
        let s = Int(node.stop)
        link.close = p.latest[s]
        walker.bareTime[x] = bare
        let r = s >> 1
        if s & 1 == 0 {
          pickupNode[r] = Int32(x)
        } else if p.hasPickup[r] {
          let from = Int(pickupNode[r])
          link.partner = Int32(from)
          link.rideLimit = p.longestRide[r]
          link.rideSlack =
            link.rideLimit - (bare - walker.bareTime[from] - nodes[from].serve)
          for y in from..<x { nodes[y].rideSlack = min(nodes[y].rideSlack, link.rideSlack) }
        }
      } else if x > 0 {
        link.close = p.vehicles[vehicle].shiftEnd
      }
      bare += node.serve
      chain?[x] = link
    }
  }
}

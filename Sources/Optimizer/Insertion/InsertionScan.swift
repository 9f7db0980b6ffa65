/// Where a request goes into a route, and what that costs.
struct InsertionPoint: BitwiseCopyable {
  /// Added cost; infinite: nowhere.
  var delta: Double
  /// The pickup goes behind node `pickupAfter`, the delivery behind `deliveryAfter` (counted without the
  /// pickup); equal: the delivery follows the pickup directly.
  var pickupAfter: Int32
  var deliveryAfter: Int32

  static let nowhere = InsertionPoint(delta: .infinity, pickupAfter: -1, deliveryAfter: -1)
}

/// Finds the cheapest feasible insertion of one request into one route.
///
/// Every position pair passes necessary tests of constant time first: load, time windows through the slack of
/// the nodes, bare ride time, added driving cost against the best so far. What survives is judged exactly by
/// the walker.
struct InsertionScan {
  let p: SearchProblem
  let walker: RouteWalker
  /// The route with the request in it, as the walker gets it.
  private let draft: UnsafeMutablePointer<Int32>

  init(_ walker: RouteWalker, draft: UnsafeMutablePointer<Int32>) {
    p = walker.p
    self.walker = walker
    self.draft = draft
  }

  /// Cheapest insertion of request r with an added cost below `bound`.
  func cheapest(_ r: Int, into route: SearchRoute, below bound: Double = .infinity)
    -> InsertionPoint
  {
    guard p.admissible[r &* p.vehicleCount &+ route.vehicle] else { return .nowhere }
    let view = p.vehicles[route.vehicle]
    var best = InsertionPoint(delta: bound, pickupAfter: -1, deliveryAfter: -1)
    if p.hasPickup[r] && p.hasDelivery[r] {
      scanPairs(r, route, view, &best)
    } else {
      scanSingle(r, route, view, &best)
    }
    return best.pickupAfter < 0 ? .nowhere : best
  }

  /// Writes the stops of the route with the request inserted; returns their number.
  @discardableResult
  func write(_ r: Int, into route: SearchRoute, at point: InsertionPoint) -> Int {
    let single = !(p.hasPickup[r] && p.hasDelivery[r])
    var length = 0
    for x in 0...route.count {
      if x > 0 {
        draft[length] = route.nodes[x].stop
        length += 1
      }
      if x == Int(point.pickupAfter) {
        draft[length] = Int32(2 * r + (p.hasPickup[r] ? 0 : 1))
        length += 1
      }
      if x == Int(point.deliveryAfter) && !single {
        draft[length] = Int32(2 * r + 1)
        length += 1
      }
    }
    return length
  }

  var stops: UnsafePointer<Int32> { UnsafePointer(draft) }

  /// The most of each dimension that any layout holds would be the exact test only for one layout; for several
  /// it is necessary, and the walker decides.
  @inline(__always)
  private func fits(_ r: Int, _ route: SearchRoute, after x: Int, _ view: VehicleView) -> Bool {
    if view.layoutCount == 0 { return true }
    let dims = p.dimensions
    for k in 0..<dims {
      let need = route.loads[x &* dims &+ k] &+ p.load[r &* dims &+ k]
      var holds = false
      for l in 0..<view.layoutCount where view.layouts[l &* dims &+ k] >= need {
        holds = true
        break
      }
      if !holds { return false }
    }
    return true
  }

  @inline(__always)
  private func judge(
    _ r: Int, _ route: SearchRoute, _ i: Int, _ j: Int, added: Double, _ view: VehicleView,
    _ best: inout InsertionPoint
  ) {
    // Base visits only add to the driving of the bare sequence, and what the present route pays beyond that is
    // the most that can be saved.
    if added - route.scheduleCost >= best.delta { return }
    let point = InsertionPoint(delta: 0, pickupAfter: Int32(i), deliveryAfter: Int32(j))
    let length = write(r, into: route, at: point)
    let cost = walker.judge(
      stops, length, vehicle: route.vehicle, below: best.delta + route.cost)
    let delta = cost - route.cost
    if delta < best.delta {
      best = InsertionPoint(delta: delta, pickupAfter: Int32(i), deliveryAfter: Int32(j))
    }
  }

  private func scanPairs(
    _ r: Int, _ route: SearchRoute, _ view: VehicleView, _ best: inout InsertionPoint
  ) {
    let nodes = route.nodes
    let pickup = 2 &* r
    let delivery = pickup &+ 1
    let from = p.location[pickup]
    let to = p.location[delivery]
    let boarding = p.service[pickup]
    let alighting = p.service[delivery]
    let latestPickup = p.latest[pickup] + SearchProblem.tolerance
    let latestDelivery = p.latest[delivery] + SearchProblem.tolerance
    let ride = p.longestRide[r] + SearchProblem.tolerance
    let direct = view.time(from, to)
    let directCost = view.legCost(from, to)
    let base = route.count == 0 ? view.fixedCost : 0
    let last = route.count
    for i in 0...last {
      let before = nodes[i]
      let leave = before.early + before.serve
      if leave > latestPickup { break }
      let arrival = leave + view.time(before.place, from)
      if arrival > latestPickup || !fits(r, route, after: i, view) { continue }
      let onBoard = p.start(atStop: pickup, notBefore: arrival) + boarding
      let approach = view.legCost(before.place, from) + base
      let next = nodes[i + 1]
      // Delivery directly after the pickup.
      let alight = p.start(atStop: delivery, notBefore: onBoard + direct)
      if alight < .infinity, i < last || view.end >= 0 {
        let onward = alight + alighting + view.time(to, next.place)
        if onward <= next.late + SearchProblem.tolerance {
          let added = approach + directCost + view.legCost(to, next.place) - next.legCost
          judge(r, route, i, i, added: added, view, &best)
        }
      } else if alight < .infinity, alight + alighting <= next.late + SearchProblem.tolerance {
        judge(r, route, i, i, added: approach + directCost, view, &best)
      }
      if i == last { continue }
      // Delivery further on: ride along while slack, load and ride time allow.
      let toNext = view.time(from, next.place)
      var start = max(onBoard + toNext, next.early)
      if start > next.late + SearchProblem.tolerance { continue }
      let detour = approach + view.legCost(from, next.place) - next.legCost
      var bare = toNext
      var j = i + 1
      while true {
        let node = nodes[j]
        let after = nodes[j + 1]
        let leaveNode = start + node.serve
        if !fits(r, route, after: j, view) { break }
        bare += node.serve
        if bare > ride || leaveNode > latestDelivery { break }
        let leg = view.time(node.place, to)
        if bare + leg <= ride {
          let alight = p.start(atStop: delivery, notBefore: leaveNode + leg)
          let open = j == last && view.end < 0
          let onward = alight + alighting + (open ? 0 : view.time(to, after.place))
          if onward <= after.late + SearchProblem.tolerance {
            let closing = open ? 0 : view.legCost(to, after.place) - after.legCost
            judge(
              r, route, i, j, added: detour + view.legCost(node.place, to) + closing, view, &best)
          }
        }
        if j == last { break }
        start = max(leaveNode + after.travel, after.early)
        if start > after.late + SearchProblem.tolerance { break }
        bare += after.travel
        j += 1
      }
    }
  }

  private func scanSingle(
    _ r: Int, _ route: SearchRoute, _ view: VehicleView, _ best: inout InsertionPoint
  ) {
    let stop = 2 * r + (p.hasPickup[r] ? 0 : 1)
    let at = p.location[stop]
    let base = route.count == 0 ? view.fixedCost : 0
    for i in 0...route.count {
      let before = route.nodes[i]
      let next = route.nodes[i + 1]
      let leave = before.early + before.serve
      if leave > p.latest[stop] + SearchProblem.tolerance { break }
      let start = p.start(atStop: stop, notBefore: leave + view.time(before.place, at))
      let open = i == route.count && view.end < 0
      let onward = start + p.service[stop] + (open ? 0 : view.time(at, next.place))
      if !(onward <= next.late + SearchProblem.tolerance) { continue }
      let closing = open ? 0 : view.legCost(at, next.place) - next.legCost
      judge(
        r, route, i, i, added: base + view.legCost(before.place, at) + closing, view, &best)
    }
  }
}

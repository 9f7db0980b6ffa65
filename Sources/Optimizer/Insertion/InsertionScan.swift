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
/// the nodes, bare ride times of the request and of those on board. For plain vehicles without limits on rides
/// and duration, and for timed ones (`VehicleView.isTimed`), these are exact. Of what survives, the cheapest by driving is tested exactly first, and so on,
/// until no other can be cheaper.
struct InsertionScan {
  let p: SearchProblem
  let walker: RouteWalker
  private let chain: InsertionChain
  /// The route with the request in it, as the walker gets it.
  private let draft: UnsafeMutablePointer<Int32>
  private let choices: ChoiceList

  init(_ walker: RouteWalker, draft: UnsafeMutablePointer<Int32>) {
    p = walker.p
    self.walker = walker
    self.draft = draft
    chain = InsertionChain(walker.p, capacity: walker.capacity)
    choices = ChoiceList()
  }

  /// Cheapest insertion of request r with an added cost below `bound`.
  func cheapest(_ r: Int, into route: SearchRoute, below bound: Double = .infinity)
    -> InsertionPoint
  {
    guard p.admissible[r &* p.vehicleCount &+ route.vehicle] else { return .nowhere }
    let view = p.vehicles[route.vehicle]
    guard route.requests.count < view.mostRequests else { return .nowhere }
    let isRide = p.hasPickup[r] && p.hasDelivery[r]
    guard route.count + (isRide ? 2 : 1) <= view.mostStops else { return .nowhere }
    var best = InsertionPoint(delta: bound, pickupAfter: -1, deliveryAfter: -1)
    if view.isTimed {
      if isRide {
        scanTimedPairs(r, route, view, &best)
      } else {
        scanTimedSingle(r, route, view, &best)
      }
      return best.pickupAfter < 0 ? .nowhere : best
    }
    choices.clear()
    if isRide {
      scanPairs(r, route, view, &best)
    } else {
      scanSingle(r, route, view, &best)
    }
    settle(r, route, view, isRide: isRide, &best)
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
  func fits(_ r: Int, _ route: SearchRoute, after x: Int, _ view: VehicleView) -> Bool {
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

  /// Judges the position pairs left, cheapest driving first.
  private func settle(
    _ r: Int, _ route: SearchRoute, _ view: VehicleView, isRide: Bool,
    _ best: inout InsertionPoint
  ) {
    while let choice = choices.popCheapest() {
      // Base visits only add to the driving of the bare sequence, and what the present route pays beyond that
      // is the most that can be saved.
      if choice.delta - route.scheduleCost >= best.delta { return }
      if !view.isPlain || !isRide {
        judge(r, route, Int(choice.pickupAfter), Int(choice.deliveryAfter), &best)
      } else if chain.accepts(
        r, route, Int(choice.pickupAfter), Int(choice.deliveryAfter), view)
      {
        best = choice
        return
      }
    }
  }

  @inline(__always)
  private func judge(
    _ r: Int, _ route: SearchRoute, _ i: Int, _ j: Int, _ best: inout InsertionPoint
  ) {
    let point = InsertionPoint(delta: 0, pickupAfter: Int32(i), deliveryAfter: Int32(j))
    let length = write(r, into: route, at: point)
    let cost = walker.judge(
      stops, length, vehicle: route.vehicle, below: best.delta + route.cost)
    let delta = cost - route.cost
    if delta < best.delta {
      best = InsertionPoint(delta: delta, pickupAfter: Int32(i), deliveryAfter: Int32(j))
    }
  }

  /// What the request itself adds, wherever it goes.
  @inline(__always)
  func ownCost(_ r: Int, _ route: SearchRoute, _ view: VehicleView) -> Double {
    (route.count == 0 ? view.fixedCost : 0)
      + (p.preference.map { $0[r &* p.vehicleCount &+ route.vehicle] } ?? 0)
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
    let firstLeave = p.earliest[pickup] + boarding - SearchProblem.tolerance
    let latestPickup = p.latest[pickup] + SearchProblem.tolerance
    let latestDelivery = p.latest[delivery] + SearchProblem.tolerance
    let ride = p.longestRide[r] + SearchProblem.tolerance
    let direct = view.time(from, to)
    let directCost = view.legCost(from, to)
    let base = ownCost(r, route, view)
    let saving = route.scheduleCost
    let isExact = view.isPlain && !p.hasRideLimits && view.hasFreeDuration
    let last = route.count
    @inline(__always)
    func offer(_ i: Int, _ j: Int, _ added: Double) {
      if added - saving >= best.delta { return }
      let point = InsertionPoint(
        delta: added, pickupAfter: Int32(truncatingIfNeeded: i),
        deliveryAfter: Int32(truncatingIfNeeded: j))
      if isExact { best = point } else { choices.add(point) }
    }
    let first = Int(view.pinned)
    if first > last { return }
    for i in first...last {
      let before = nodes[i]
      let leave = before.early + before.serve
      if leave > latestPickup { break }
      let next = nodes[i + 1]
      if firstLeave > next.late { continue }
      let arrival = leave + view.timeInto(from, from: before.place)
      if arrival > latestPickup || !fits(r, route, after: i, view) { continue }
      let onBoard = p.start(atStop: pickup, notBefore: arrival) + boarding
      let approach = view.legCostInto(from, from: before.place) + base
      let slack = before.rideSlack + SearchProblem.tolerance
      let reach = view.timeInto(from, from: before.place) + boarding
      // Delivery directly after the pickup.
      let alight = p.start(atStop: delivery, notBefore: onBoard + direct)
      if alight < .infinity {
        let isOpen = i == last && view.end < 0
        let leg = isOpen ? 0 : view.time(to, next.place)
        if alight + alighting + leg <= next.late + SearchProblem.tolerance,
          reach + direct + alighting + leg - next.travel <= slack
        {
          let closing = isOpen ? 0 : view.legCost(to, next.place) - next.legCost
          offer(i, i, approach + directCost + closing)
        }
      }
      if i == last { continue }
      // Delivery further on: ride along while slack, load and ride time allow.
      let toNext = view.time(from, next.place)
      if reach + toNext - next.travel > slack { continue }
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
        let leg = view.timeInto(to, from: node.place)
        if bare + leg <= ride {
          let alight = p.start(atStop: delivery, notBefore: leaveNode + leg)
          let isOpen = j == last && view.end < 0
          let away = isOpen ? 0 : view.time(to, after.place)
          if alight + alighting + away <= after.late + SearchProblem.tolerance,
            leg + alighting + away - after.travel <= node.rideSlack + SearchProblem.tolerance
          {
            let closing = isOpen ? 0 : view.legCost(to, after.place) - after.legCost
            offer(i, j, detour + view.legCostInto(to, from: node.place) + closing)
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

  /// The nodes behind which a single stop finds room: what it sets down is on board before it, what it takes up
  /// after it. Exact for one layout, necessary for several.
  func room(for r: Int, _ route: SearchRoute, _ view: VehicleView) -> Range<Int> {
    let all = min(Int(view.pinned), route.count + 1)..<(route.count + 1)
    guard view.layoutCount > 0 else { return all }
    let takesUp = p.hasPickup[r] ? p.load : p.exchange
    let load = p.load + r * p.dimensions
    var end = all.upperBound
    if !p.hasPickup[r] { end = all.first { !holds(load, route, after: $0, view) } ?? end }
    guard let taken = takesUp.map({ $0 + r * p.dimensions }) else {
      return all.lowerBound..<end
    }
    let start =
      all.last { !holds(taken, route, after: $0, view) }.map { $0 + 1 } ?? all.lowerBound
    return min(start, end)..<end
  }

  /// Whether the load when leaving node x and an amount besides fit some layout, dimension by dimension.
  private func holds(
    _ amount: UnsafePointer<Int32>, _ route: SearchRoute, after x: Int, _ view: VehicleView
  ) -> Bool {
    let dims = p.dimensions
    return (0..<dims).allSatisfy { k in
      let need = route.loads[x &* dims &+ k] &+ amount[k]
      return (0..<view.layoutCount).contains { view.layouts[$0 &* dims &+ k] >= need }
    }
  }

  private func scanSingle(
    _ r: Int, _ route: SearchRoute, _ view: VehicleView, _ best: inout InsertionPoint
  ) {
    let stop = 2 * r + (p.hasPickup[r] ? 0 : 1)
    let at = p.location[stop]
    let base = ownCost(r, route, view)
    let isExact = view.isPlain && !p.hasRideLimits && view.hasFreeDuration
    for i in room(for: r, route, view) {
      let before = route.nodes[i]
      let next = route.nodes[i + 1]
      let leave = before.early + before.serve
      if leave > p.latest[stop] + SearchProblem.tolerance { break }
      let start = p.start(atStop: stop, notBefore: leave + view.time(before.place, at))
      let open = i == route.count && view.end < 0
      let onward = start + p.service[stop] + (open ? 0 : view.time(at, next.place))
      if !(onward <= next.late + SearchProblem.tolerance) { continue }
      let closing = open ? 0 : view.legCost(at, next.place) - next.legCost
      let added = base + view.legCost(before.place, at) + closing
      if added - route.scheduleCost >= best.delta { continue }
      let point = InsertionPoint(delta: added, pickupAfter: Int32(i), deliveryAfter: Int32(i))
      if isExact { best = point } else { choices.add(point) }
    }
  }
}

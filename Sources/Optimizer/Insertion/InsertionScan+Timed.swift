// Vehicles ruled by times, loads and sums alone (`VehicleView.isTimed`): the scan's own tests are exact.

extension InsertionScan {
  /// Cheapest insertion of a ride.
  func scanTimedPairs(
    _ r: Int, _ route: SearchRoute, _ view: VehicleView, _ best: inout InsertionPoint
  ) {
    let (pickup, delivery) = (2 &* r, 2 &* r &+ 1)
    let (from, to) = (p.location[pickup], p.location[delivery])
    let base = ownCost(r, route, view)
    let direct = view.time(from, to)
    let directCost = view.legCost(from, to)
    let alighting = service(delivery, view, arriving: from != to)
    let last = route.count
    let first = Int(view.pinned)
    if first > last { return }
    for i in first...last {
      let before = route.nodes[i]
      let next = route.nodes[i + 1]
      let leave = before.early + before.serve
      if leave > p.latest[pickup] + SearchProblem.tolerance { break }
      let arrival = leave + view.timeInto(from, from: before.place)
      let start = p.start(atStop: pickup, notBefore: arrival)
      if !(start < .infinity) || !fits(r, route, after: i, view) { continue }
      let onBoard = start + service(pickup, view, arriving: before.place != from)
      let approach = view.legCostInto(from, from: before.place) + base
      // Delivery directly after the pickup.
      offer(
        InsertionPoint(
          delta: approach + directCost + closing(to, behind: i, route, view),
          pickupAfter: Int32(truncatingIfNeeded: i), deliveryAfter: Int32(truncatingIfNeeded: i)),
        r, leaving: p.start(atStop: delivery, notBefore: onBoard + direct) + alighting, at: to,
        route, view, &best)
      if i == last { continue }
      // Delivery further on.
      let detour = approach + view.legCost(from, next.place) - next.legCost
      let onward = onBoard + view.time(from, next.place)
      var begin = p.start(atStop: Int(next.stop), notBefore: onward)
      if !(begin <= latest(of: i + 1, from: from, route, view) + SearchProblem.tolerance) {
        continue
      }
      var serve = next.serve + setupChange(of: i + 1, from: from, route, view)
      var j = i + 1
      while fits(r, route, after: j, view) {
        let node = route.nodes[j]
        let away = begin + serve
        if away > p.latest[delivery] + SearchProblem.tolerance { break }
        let reach = p.start(
          atStop: delivery, notBefore: away + view.timeInto(to, from: node.place))
        offer(
          InsertionPoint(
            delta: detour + view.legCostInto(to, from: node.place)
              + closing(to, behind: j, route, view),
            pickupAfter: Int32(truncatingIfNeeded: i), deliveryAfter: Int32(truncatingIfNeeded: j)),
          r, leaving: reach + service(delivery, view, arriving: node.place != to), at: to, route,
          view, &best)
        if j == last { break }
        let after = route.nodes[j + 1]
        begin = p.start(atStop: Int(after.stop), notBefore: away + after.travel)
        if !(begin <= after.late + SearchProblem.tolerance) { break }
        serve = after.serve
        j += 1
      }
    }
  }

  /// Cheapest insertion of a single stop.
  func scanTimedSingle(
    _ r: Int, _ route: SearchRoute, _ view: VehicleView, _ best: inout InsertionPoint
  ) {
    let stop = 2 * r + (p.hasPickup[r] ? 0 : 1)
    let at = p.location[stop]
    let base = ownCost(r, route, view)
    for i in room(for: r, route, view) {
      let before = route.nodes[i]
      let leave = before.early + before.serve
      if leave > p.latest[stop] + SearchProblem.tolerance { break }
      let start = p.start(
        atStop: stop, notBefore: leave + view.timeInto(at, from: before.place))
      let point = InsertionPoint(
        delta: base + view.legCostInto(at, from: before.place)
          + closing(at, behind: i, route, view),
        pickupAfter: Int32(truncatingIfNeeded: i), deliveryAfter: Int32(truncatingIfNeeded: i))
      offer(
        point, r, leaving: start + service(stop, view, arriving: before.place != at), at: at, route,
        view, &best)
    }
  }

  /// Takes a point if it is cheaper, and what follows it can still be reached and driven.
  @inline(__always)
  private func offer(
    _ point: InsertionPoint, _ r: Int, leaving time: Double, at place: Int32, _ route: SearchRoute,
    _ view: VehicleView, _ best: inout InsertionPoint
  ) {
    guard point.delta < best.delta, time < .infinity else { return }
    let x = Int(point.deliveryAfter) + 1
    let isOpen = x > route.count && view.end < 0
    let onward = time + (isOpen ? 0 : view.time(place, route.nodes[x].place))
    guard onward <= latest(of: x, from: place, route, view) + SearchProblem.tolerance,
      keepsSums(r, point, route, view)
    else { return }
    best = point
  }

  /// Cost of the way from a new stop behind node x to the next, less that of the way that it replaces.
  @inline(__always)
  private func closing(
    _ place: Int32, behind x: Int, _ route: SearchRoute, _ view: VehicleView
  ) -> Double {
    if x == route.count && view.end < 0 { return 0 }
    return view.legCost(place, route.nodes[x + 1].place) - route.nodes[x + 1].legCost
  }

  /// What a service takes in this vehicle.
  @inline(__always)
  private func service(_ stop: Int, _ view: VehicleView, arriving: Bool) -> Double {
    guard p.hasVaryingService else { return p.service[stop] }
    let entry = stop &* p.serviceKinds &+ view.serviceKind
    return p.service[stop] + (p.extraService?[entry] ?? 0)
      + (arriving ? p.arrivalSetup?[entry] ?? 0 : 0)
  }

  /// By how much the service at node x grows if the vehicle comes from another place than now.
  @inline(__always)
  private func setupChange(
    of x: Int, from place: Int32, _ route: SearchRoute, _ view: VehicleView
  ) -> Double {
    let node = route.nodes[x]
    guard let setups = p.arrivalSetup, node.stop >= 0 else { return 0 }
    let arrives = place != node.place
    guard arrives != (route.nodes[x - 1].place != node.place) else { return 0 }
    let setup = setups[Int(node.stop) &* p.serviceKinds &+ view.serviceKind]
    return arrives ? setup : -setup
  }

  /// Latest start of service at node x if the vehicle comes from another place than now.
  @inline(__always)
  private func latest(
    of x: Int, from place: Int32, _ route: SearchRoute, _ view: VehicleView
  ) -> Double {
    let node = route.nodes[x]
    let change = setupChange(of: x, from: place, route, view)
    if change == 0 { return node.late }
    let after = route.nodes[x + 1]
    return p.start(
      atStop: Int(node.stop), notAfter: after.late - after.travel - node.serve - change)
  }

  /// Whether the route stays within its limits on distance and driving.
  private func keepsSums(
    _ r: Int, _ point: InsertionPoint, _ route: SearchRoute, _ view: VehicleView
  ) -> Bool {
    let limitsMetres = view.longestDistance < .infinity
    let limitsSeconds = view.longestDriving < .infinity
    guard limitsMetres || limitsSeconds else { return true }
    if limitsMetres,
      route.distance + added(r, point, route, view, view.distance) > view.longestDistance + 1e-6
    {
      return false
    }
    return !limitsSeconds
      || route.driving + added(r, point, route, view, view.time)
        <= view.longestDriving + SearchProblem.tolerance
  }

  /// What an insertion adds to a sum over all ways.
  private func added(
    _ r: Int, _ point: InsertionPoint, _ route: SearchRoute, _ view: VehicleView,
    _ way: (Int32, Int32) -> Double
  ) -> Double {
    let (i, j) = (Int(point.pickupAfter), Int(point.deliveryAfter))
    func place(_ x: Int) -> Int32 {
      x > route.count && view.end < 0 ? -1 : route.nodes[x].place
    }
    // An unused vehicle drives nowhere.
    func old(_ x: Int) -> Double { route.count == 0 ? 0 : way(place(x), place(x + 1)) }
    let isRide = p.hasPickup[r] && p.hasDelivery[r]
    let from = p.location[2 &* r &+ (p.hasPickup[r] ? 0 : 1)]
    let to = isRide ? p.location[2 &* r &+ 1] : from
    if i == j {
      let inside = isRide ? way(from, to) : 0
      return way(place(i), from) + inside + way(to, place(i + 1)) - old(i)
    }
    return way(place(i), from) + way(from, place(i + 1)) - old(i) + way(place(j), to)
      + way(to, place(j + 1)) - old(j)
  }
}

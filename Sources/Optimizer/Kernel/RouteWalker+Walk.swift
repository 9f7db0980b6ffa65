import DialARide

// The rules that depend on the order of the stops alone.

/// Where a walk along the route stands.
private struct Passage: BitwiseCopyable {
  var here: Int32
  var metres = 0.0
  var tolls = 0.0
  /// Node before the breaks on the present way, -1 where there are none, and the service there and breaks since.
  var wayFrom: Int32 = -1
  var wayGap = 0.0
  /// Travel and service so far, no waits.
  var bare = 0.0
  /// Driven so far, and until the last rest; parts of a rest taken since.
  var driven = 0.0
  var restedAt = 0.0
  var restParts = 0
  var riders = 0
  /// Riders on board who ride alone.
  var alone = 0
  var requests = 0
  var stops = 0
  /// Set-up class of the request set down last, -1 before the first.
  var lastClass: Int32 = -1
  var lastRank: Int32 = -1
  var trips = 0
  /// Riders on board who share their detours, and of the tour that they make: how many, from where, and how far the
  /// route had come there.
  var sharing: Int32 = 0
  var tourRiders: Int32 = 0
  var tourPlace: Int32 = 0
  var tourMetres = 0.0
}

extension RouteWalker {
  /// Everything that depends on the order alone; fills the node tables. False if a rule forbids the order.
  ///
  /// `limitsIdling` false lifts the limit on waits with nobody on board, to see where a base visit would
  /// help.
  func walk(_ v: VehicleView, limitsIdling: Bool) -> Bool {
    var state = Passage(here: v.start)
    soundUntil = .infinity
    hasWays = false
    let idleLimit = limitsIdling ? v.longestIdle : .infinity
    guard resetLoad(v), boardBeforeStart(&state) else { return false }
    var x = 1
    while x <= count {
      let s = Int(stop[x])
      let free = x == 1 || Int(stop[x - 1]) >= p.firstBase
      waitLimit[x] = state.riders > 0 ? v.longestIdleOnBoard : free ? .infinity : idleLimit
      partner[x] = 0
      let kept = s < p.firstBreak ? visit(s, x, &state, v) : visitWithoutRequest(s, x, &state, v)
      guard kept else { return false }
      x += 1
    }
    return arrive(state, v)
  }

  /// Requests with a delivery alone are on board from the start.
  @inline(__always)
  private func boardBeforeStart(_ state: inout Passage) -> Bool {
    guard p.hasSingles, count > 0 else { return true }
    for x in 1...count {
      let s = Int(stop[x])
      guard s < p.firstBreak, s & 1 == 1, !p.hasPickup[s >> 1], takesRoom(s >> 1) else { continue }
      guard board(s >> 1, 0, &state) else { return false }
    }
    return true
  }

  /// A plain job without load puts nobody on board.
  private func takesRoom(_ r: Int) -> Bool {
    for k in 0..<p.dimensions where p.load[r * p.dimensions + k] > 0 { return true }
    return false
  }

  @inline(__always)
  private func visit(_ s: Int, _ x: Int, _ state: inout Passage, _ v: VehicleView) -> Bool {
    let r = s >> 1
    if p.hasOrders && p.orderVehicle[s] == v.index {
      if p.orderRank[s] < state.lastRank { return false }
      state.lastRank = p.orderRank[s]
    }
    let there = p.location[s]
    let before = state.here
    let leg = v.time(before, there)
    travel[x] = leg
    if v.restsOnTheWay { endWay(x, leg, &state) }
    state.metres += v.distance(before, there)
    state.tolls += v.toll(before, there)
    state.bare += leg
    state.driven += leg
    state.here = there
    place[x] = there
    farness[x] = state.metres
    bareTime[x] = state.bare
    var time = p.service[s]
    if p.hasVaryingService { time += extraService(s, v, arriving: before != there) }
    state.stops += 1
    if s & 1 == 0 {
      state.requests += 1
      if !p.hasSingles || p.hasDelivery[r] || takesRoom(r) {
        if state.riders == 0 {
          if v.layoutPerTrip { reopenLayouts(v) }
          if v.setupClasses > 0 && state.lastClass >= 0 {
            time += v.setup[Int(state.lastClass) * v.setupClasses + Int(p.setupClass[r])]
          }
        }
        guard board(r, x, &state), shift(r, by: 1, v) else { return false }
      }
    } else {
      if p.hasSingles && !p.hasPickup[r] { state.requests += 1 }
      if !p.hasSingles || p.hasPickup[r] || takesRoom(r) {
        alight(r, &state)
        _ = shift(r, by: -1, v)
      }
      if p.exchange != nil, !takeExchange(r, v) { return false }
      if !p.hasSingles || p.hasPickup[r] {
        guard keepsRide(r, x, state, v) else { return false }
        if p.hasSharedDetours && p.sharesDetour[r] {
          guard keepsSharedDetour(r, x, &state, v) else { return false }
        }
      }
    }
    serve[x] = time
    state.bare += time
    return true
  }

  /// What the service of a stop takes in this vehicle beyond `service`.
  private func extraService(_ s: Int, _ v: VehicleView, arriving: Bool) -> Double {
    let entry = s * p.serviceKinds + v.serviceKind
    return (p.extraService?[entry] ?? 0) + (arriving ? p.arrivalSetup?[entry] ?? 0 : 0)
  }

  /// Bare ride time and detour of the request set down at node x.
  @inline(__always)
  private func keepsRide(_ r: Int, _ x: Int, _ state: Passage, _ v: VehicleView) -> Bool {
    let from = Int(pickupNode[r])
    partner[x] = Int32(from)
    rideLimit[x] = p.longestRide[r]
    let bare = state.bare - bareTime[from] - serve[from]
    if bare > rideLimit[x] + SearchProblem.tolerance { return false }
    guard p.hasDetours else { return true }
    let direct = v.distance(place[from], place[x])
    return state.metres - farness[from] - direct <= p.longestDetour[r] + 1e-6
  }

  /// How far the rider set down at node x has been taken out of the way for others, and the tour, where it ends here.
  private func keepsSharedDetour(
    _ r: Int, _ x: Int, _ state: inout Passage, _ v: VehicleView
  ) -> Bool {
    state.sharing -= 1
    let rule = p.sharedDetour
    let from = Int(pickupNode[r])
    if rule.limitsRiders {
      let detour = state.metres - farness[from] - v.distance(place[from], place[x])
      if detour > rule.longest(fellows: Int(fellows[r])) + 1e-6 { return false }
    }
    guard rule.limitsTours && state.sharing == 0 else { return true }
    let beyond = state.metres - state.tourMetres - v.distance(state.tourPlace, state.here)
    return beyond <= rule.longest(fellows: Int(state.tourRiders) - 1) + 1e-6
  }

  /// Counts the fellows of a rider who gets in, and the rider among theirs.
  private func share(_ r: Int, _ state: inout Passage) {
    if state.sharing == 0 {
      state.tourRiders = 0
      state.tourPlace = state.here
      state.tourMetres = state.metres
    }
    fellows[r] = state.sharing
    for i in 0..<state.riders {
      let q = Int(aboard[i])
      if p.sharesDetour[q] { fellows[q] = max(fellows[q], state.sharing) }
    }
    state.sharing += 1
    state.tourRiders += 1
  }

  /// A break or a base visit.
  private func visitWithoutRequest(
    _ s: Int, _ x: Int, _ state: inout Passage, _ v: VehicleView
  ) -> Bool {
    if s >= p.firstBase {
      guard state.riders == 0 else { return false }
      travel[x] = v.time(state.here, v.start)
      state.metres += v.distance(state.here, v.start)
      state.tolls += v.toll(state.here, v.start)
      state.bare += travel[x]
      state.driven += travel[x]
      state.here = v.start
      serve[x] = 0
      waitLimit[x] = .infinity
    } else {
      guard state.riders == 0 || p.breakOnBoard[s - p.firstBreak] else { return false }
      if p.hasBreakLoads && !isLightEnough(for: s - p.firstBreak) { return false }
      travel[x] = 0
      serve[x] = p.service[s]
      if v.restsOnTheWay {
        wayFrom[x] = -1
        if state.wayFrom < 0 {
          state.wayFrom = Int32(x) - 1
          state.wayGap = x > 1 ? serve[x - 1] : 0
        }
        state.wayGap += serve[x]
      }
      if p.breakParts[s - p.firstBreak].take(&state.restParts) { rest(&state, v) }
    }
    place[x] = state.here
    farness[x] = state.metres
    bareTime[x] = state.bare
    state.bare += serve[x]
    return true
  }

  /// The way to node x: if breaks lie on it, they and the way are both over before the node.
  @inline(__always)
  private func endWay(_ x: Int, _ leg: Double, _ state: inout Passage) {
    wayFrom[x] = state.wayFrom
    guard state.wayFrom >= 0 else { return }
    hasWays = true
    wayGap[x] = state.wayGap + leg
    travel[x] = 0
    state.wayFrom = -1
  }

  /// The time driven since the last rest is over; if it was too long, that is where the route is sound no more.
  ///
  /// How long a stay at base lasts hangs on the schedule, so that it is none here.
  private func rest(_ state: inout Passage, _ v: VehicleView) {
    if state.driven - state.restedAt > v.longestUnbroken + SearchProblem.tolerance {
      soundUntil = min(soundUntil, state.restedAt + v.longestUnbroken)
    }
    state.restedAt = state.driven
  }

  /// The way to the end location, and the limits on the whole route.
  private func arrive(_ passage: Passage, _ v: VehicleView) -> Bool {
    var state = passage
    let last = count + 1
    let leg = v.time(state.here, v.end)
    travel[last] = leg
    if v.restsOnTheWay { endWay(last, leg, &state) }
    tolls = state.tolls + v.toll(state.here, v.end)
    place[last] = v.end >= 0 ? v.end : state.here
    serve[last] = 0
    partner[last] = 0
    waitLimit[last] = .infinity
    serve[0] = 0
    distance = state.metres + v.distance(state.here, v.end)
    var served = 0.0
    var x = 1
    while x <= count {
      served += serve[x]
      x += 1
    }
    serviceSum = served
    driving = state.bare + leg - served
    trips = state.trips
    requests = state.requests
    if v.longestUnbroken < .infinity {
      state.driven += leg
      rest(&state, v)
    }
    return distance <= v.longestDistance + 1e-6
      && driving <= v.longestDriving + SearchProblem.tolerance && trips <= v.mostTrips
      && state.requests <= v.mostRequests && state.stops <= v.mostStops
  }

  /// Puts a request on board if its fellow riders allow it.
  @inline(__always)
  private func board(_ r: Int, _ x: Int, _ state: inout Passage) -> Bool {
    pickupNode[r] = Int32(x)
    if state.riders == 0 { state.trips += 1 }
    if state.riders > 0 {
      if p.hasAlone && (state.alone > 0 || p.ridesAlone[r]) { return false }
      if (p.hasMixing || p.hasApart) && !mixes(r, riders: state.riders) { return false }
    }
    if p.hasSharedDetours && p.sharesDetour[r] { share(r, &state) }
    aboard[state.riders] = Int32(r)
    state.riders += 1
    if p.ridesAlone[r] { state.alone += 1 }
    return true
  }

  private func mixes(_ r: Int, riders: Int) -> Bool {
    for i in 0..<riders {
      let q = Int(aboard[i])
      if p.hasMixing
        && !p.mayMix[Int(p.mixingClass[r]) * p.mixingClasses + Int(p.mixingClass[q])]
      {
        return false
      }
      if p.hasApart && p.apartBits[q * p.apartWords + r / 64] >> UInt64(r % 64) & 1 == 1 {
        return false
      }
    }
    return true
  }

  /// Sets a request down.
  @inline(__always)
  private func alight(_ r: Int, _ state: inout Passage) {
    state.riders -= 1
    if p.ridesAlone[r] { state.alone -= 1 }
    state.lastClass = p.setupClass[r]
    for i in 0...state.riders where aboard[i] == Int32(r) {
      aboard[i] = aboard[state.riders]
      return
    }
  }
}

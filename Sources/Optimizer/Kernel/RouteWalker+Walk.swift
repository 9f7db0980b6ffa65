// The rules that depend on the order of the stops alone.

extension RouteWalker {
  /// Everything that depends on the order alone; fills the node tables. False if a rule forbids the order.
  ///
  /// `limitsIdling` false lifts the limit on waits with nobody on board, to see where a base visit would help.
  func walk(_ v: VehicleView, limitsIdling: Bool) -> Bool {
    var here = v.start
    var metres = 0.0
    var bare = 0.0
    var riders = 0
    var alone = 0
    var requests = 0
    var lastClass: Int32 = -1
    var lastRank: Int32 = -1
    trips = 0
    let idleLimit = limitsIdling ? v.longestIdle : .infinity
    guard resetLoad(v) else { return false }
    if count > 0 {
      for x in 1...count {
        let s = Int(stop[x])
        let free = x == 1 || Int(stop[x - 1]) >= p.firstBase
        waitLimit[x] = riders > 0 ? v.longestIdleOnBoard : free ? .infinity : idleLimit
        partner[x] = 0
        if s >= p.firstBreak {
          guard visitWithoutRider(s, x, &here, &metres, &bare, riders: riders, v) else {
            return false
          }
          continue
        }
        let r = s >> 1
        if p.hasOrders && p.orderVehicle[s] == v.index {
          if p.orderRank[s] < lastRank { return false }
          lastRank = p.orderRank[s]
        }
        let there = p.location[s]
        let leg = v.time(here, there)
        travel[x] = leg
        metres += v.distance(here, there)
        bare += leg
        place[x] = there
        farness[x] = metres
        bareTime[x] = bare
        var time = p.service[s]
        if s & 1 == 0 || !p.hasPickup[r] {
          requests += 1
        }
        if p.hasSingles && !(p.hasPickup[r] && p.hasDelivery[r]) {
          guard shift(r, by: s & 1 == 0 ? 1 : -1, v) else { return false }
        } else if s & 1 == 0 {
          if riders == 0 {
            trips += 1
            if v.layoutPerTrip { reopenLayouts(v) }
            if v.setupClasses > 0 && lastClass >= 0 {
              time += v.setup[Int(lastClass) * v.setupClasses + Int(p.setupClass[r])]
            }
          }
          guard board(r, x, riders: riders, alone: alone), shift(r, by: 1, v) else { return false }
          riders += 1
          if p.ridesAlone[r] { alone += 1 }
        } else {
          let from = Int(pickupNode[r])
          riders -= 1
          if p.ridesAlone[r] { alone -= 1 }
          leave(r, riders: riders)
          lastClass = p.setupClass[r]
          _ = shift(r, by: -1, v)
          partner[x] = Int32(from)
          rideLimit[x] = p.longestRide[r]
          if bare - bareTime[from] - serve[from] > rideLimit[x] + SearchProblem.tolerance { return false }
          if p.hasDetours {
            let direct = v.distance(place[from], there)
            if metres - farness[from] - direct > p.longestDetour[r] + 1e-6 { return false }
          }
        }
        serve[x] = time
        bare += time
        here = there
      }
    }
    let last = count + 1
    travel[last] = v.time(here, v.end)
    metres += v.distance(here, v.end)
    bare += travel[last]
    place[last] = v.end >= 0 ? v.end : here
    serve[last] = 0
    partner[last] = 0
    waitLimit[last] = .infinity
    serve[0] = 0
    distance = metres
    return finishWalk(v, bare: bare, requests: requests)
  }

  func finishWalk(_ v: VehicleView, bare: Double, requests: Int) -> Bool {
    var served = 0.0
    if count > 0 { for x in 1...count { served += serve[x] } }
    serviceSum = served
    driving = bare - served
    return distance <= v.longestDistance + 1e-6
      && driving <= v.longestDriving + SearchProblem.tolerance && trips <= v.mostTrips
      && requests <= v.mostRequests
  }

  /// A break or a base visit.
  func visitWithoutRider(
    _ s: Int, _ x: Int, _ here: inout Int32, _ metres: inout Double, _ bare: inout Double,
    riders: Int, _ v: VehicleView
  ) -> Bool {
    if s >= p.firstBase {
      guard riders == 0 else { return false }
      travel[x] = v.time(here, v.start)
      metres += v.distance(here, v.start)
      bare += travel[x]
      here = v.start
      serve[x] = 0
      waitLimit[x] = .infinity
    } else {
      guard riders == 0 || p.breakOnBoard[s - p.firstBreak] else { return false }
      travel[x] = 0
      serve[x] = p.service[s]
    }
    place[x] = here
    farness[x] = metres
    bareTime[x] = bare
    bare += serve[x]
    return true
  }

  /// Puts a request on board if its fellow riders allow it.
  @inline(__always)
  func board(_ r: Int, _ x: Int, riders: Int, alone: Int) -> Bool {
    pickupNode[r] = Int32(x)
    if riders > 0 {
      if p.hasAlone && (alone > 0 || p.ridesAlone[r]) { return false }
      if p.hasMixing || p.hasApart {
        for i in 0..<riders {
          let q = Int(aboard[i])
          if p.hasMixing
            && !p.mayMix[Int(p.mixingClass[r]) * p.mixingClasses + Int(p.mixingClass[q])]
          { return false }
          if p.hasApart && p.apartBits[q * p.apartWords + r / 64] >> UInt64(r % 64) & 1 == 1 {
            return false
          }
        }
      }
    }
    aboard[riders] = Int32(r)
    return true
  }

  /// Takes a request off the list of those on board; `riders` is the number that remain.
  @inline(__always)
  func leave(_ r: Int, riders: Int) {
    for i in 0...riders where aboard[i] == Int32(r) {
      aboard[i] = aboard[riders]
      return
    }
  }
}

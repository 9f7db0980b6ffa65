// Base visits and breaks: placed by the evaluation, so that no search operator needs to know them.

extension RouteWalker {
  /// Tries base visits on the empty legs where waiting would cost more than the way there and back, or is not
  /// allowed, and keeps the cheaper of the two routes.
  func compareBaseVisits(
    _ v: VehicleView, verdict: Double, _ stops: UnsafePointer<Int32>, _ length: Int
  ) -> Double {
    // Where nobody waits, a way to base saves nothing.
    guard length > 1, !verdict.isFinite || waiting > SearchProblem.tolerance else { return verdict }
    fill(stops, length)
    guard walk(v, limitsIdling: false), settleEarliest(v), insertBaseVisits(v) else {
      return again(v, stops, length, verdict: verdict)
    }
    let visiting = judgeNodes(v)
    return visiting < verdict ? visiting : again(v, stops, length, verdict: verdict)
  }

  /// Restores the tables of the route without base visits.
  private func again(
    _ v: VehicleView, _ stops: UnsafePointer<Int32>, _ length: Int, verdict: Double
  ) -> Double {
    guard verdict.isFinite else { return verdict }
    fill(stops, length)
    return judgeNodes(v)
  }

  /// Writes base visits into the node sequence where they pay in the earliest schedule; false if nowhere.
  private func insertBaseVisits(_ v: VehicleView) -> Bool {
    var length = 0
    var riders = 0
    for x in 1...count {
      let s = Int(stop[x])
      if x > 1 && riders == 0 && paysBaseVisit(v, before: x) {
        trial[length] = Int32(p.firstBase) + v.index
        length += 1
      }
      trial[length] = Int32(s)
      length += 1
      let r = s >> 1
      if p.hasPickup[r] && p.hasDelivery[r] { riders += s & 1 == 0 ? 1 : -1 }
    }
    guard length > count else { return false }
    fill(UnsafePointer(trial), length)
    return true
  }

  private func paysBaseVisit(_ v: VehicleView, before x: Int) -> Bool {
    let here = place[x - 1]
    let there = place[x]
    let wait = begin[x] - begin[x - 1] - serve[x - 1] - travel[x]
    let around = v.time(here, v.start) + v.time(v.start, there) - travel[x]
    guard wait > 0, around <= wait else { return false }
    let extra = v.legCost(here, v.start) + v.legCost(v.start, there) - v.legCost(here, there)
    return wait > v.longestIdle || extra < wait * v.costPerSecondWaiting
  }

  /// Places each break that is due where it costs least, one after the other, and those that the driver needs to
  /// rest from driving where he or she gets farthest with them; infinite if one finds no place.
  func placeBreaks(_ v: VehicleView, verdict: Double) -> Double {
    guard verdict.isFinite else { return verdict }
    var verdict = verdict
    var placed = 0
    var waitingForDuty = true
    // A break lengthens the route and may so make another one due: repeat until none is missing.
    while waitingForDuty {
      waitingForDuty = false
      for rest in v.firstBreak..<v.breakEnd {
        let bit = 1 << Int(rest - v.firstBreak)
        let dueAfter = p.breakDueAfter[Int(rest) - p.firstBreak]
        let isDue = dueAfter == 0 || duration > dueAfter
        let mends = isOverdriven && p.breakParts[Int(rest) - p.firstBreak].isOfUse
        if placed & bit != 0 || !(isDue || mends) { continue }
        verdict = placeBreak(rest, v, verdict: verdict)
        guard verdict.isFinite else { return .infinity }
        placed |= bit
        waitingForDuty = true
      }
    }
    return isOverdriven ? .infinity : verdict
  }

  private func placeBreak(_ rest: Int32, _ v: VehicleView, verdict: Double) -> Double {
    let n = count
    let least = verdict - waiting * v.costPerSecondWaiting
    for x in 0..<n { trial[x] = stop[x + 1] }
    findBreakPlaces(rest, v)
    var best = Double.infinity
    var farthest = -Double.infinity
    var bestPosition = -1
    for position in 0...n where takesBreak[position] {
      insert(rest, at: position, of: n)
      let cost = judgeNodes(v)
      guard cost.isFinite, soundUntil > farthest || (soundUntil == farthest && cost < best) else {
        continue
      }
      best = cost
      farthest = soundUntil
      bestPosition = position
      if !isOverdriven && best <= least + SearchProblem.tolerance { return best }
    }
    guard bestPosition >= 0 else { return .infinity }
    insert(rest, at: bestPosition, of: n)
    return judgeNodes(v)
  }

  /// Marks the positions where the break could be in time: nobody on board who forbids it, and between the
  /// least schedule before it and the greatest after it.
  private func findBreakPlaces(_ rest: Int32, _ v: VehicleView) {
    let onBoard = p.breakOnBoard[Int(rest) - p.firstBreak]
    // A break cuts a wait in two, so that limits on waits bind less with it than the schedules here know.
    let knowsLatest = v.longestIdle == .infinity && v.longestIdleOnBoard == .infinity
    if knowsLatest {
      // Pricing lateness has moved the schedule to its latest departure.
      if p.movesSchedule(v) { _ = settleEarliest(v) }
      settleLatest(first: 0, last: count + 1, end: v.shiftEnd, v)
    }
    var riders = 0
    for position in 0...count {
      if position > 0 {
        let s = Int(stop[position])
        let r = s >> 1
        if s < p.firstBreak && p.hasPickup[r] && p.hasDelivery[r] {
          riders += s & 1 == 0 ? 1 : -1
        }
      }
      guard riders == 0 || onBoard else {
        takesBreak[position] = false
        continue
      }
      let leave = begin[position] + serve[position]
      let time = p.service[Int(rest)]
      let over = p.start(atStop: Int(rest), notBefore: leave) + time
      let way = travel[position + 1]
      let onward = v.restsOnTheWay ? max(over, leave + time + way) : over + way
      let next = position < count ? Int(stop[position + 1]) : p.firstBase
      let latest =
        knowsLatest ? until[position + 1] : next < p.firstBase ? p.latest[next] : .infinity
      takesBreak[position] = over < .infinity && onward <= latest + SearchProblem.tolerance
    }
  }

  /// Writes the trial sequence into the nodes with the break after `position` of its `n` stops.
  private func insert(_ rest: Int32, at position: Int, of n: Int) {
    for x in 0..<position { stop[x + 1] = trial[x] }
    stop[position + 1] = rest
    for x in position..<n { stop[x + 2] = trial[x] }
    count = n + 1
  }
}

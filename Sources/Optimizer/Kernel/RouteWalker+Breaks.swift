// Breaks: placed by the evaluation, so that no search operator needs to know them.

extension RouteWalker {
  /// Places each break that is due where it costs least, one after the other, and those that the driver needs to
  /// rest from driving where he or she gets farthest with them; infinite if one finds no place.
  func placeBreaks(_ v: VehicleView, verdict: Double) -> Double {
    var verdict = verdict
    var placed = 0
    // A break lengthens the route and may so make another one due: repeat until none is missing.
    while verdict.isFinite {
      if let rest = dueBreak(v, placed) {
        verdict = placeBreak(rest, v, verdict: verdict)
        placed |= Self.bit(rest, v)
      } else if isOverdriven {
        verdict = mend(v, &placed, verdict: verdict)
      } else {
        return verdict
      }
    }
    return .infinity
  }

  private static func bit(_ rest: Int32, _ v: VehicleView) -> Int { 1 << Int(rest - v.firstBreak) }

  private func dueBreak(_ v: VehicleView, _ placed: Int) -> Int32? {
    for rest in v.firstBreak..<v.breakEnd where placed & Self.bit(rest, v) == 0 {
      let dueAfter = p.breakDueAfter[Int(rest) - p.firstBreak]
      if dueAfter == 0 || duration > dueAfter { return rest }
    }
    return nil
  }

  func placeBreak(_ rest: Int32, _ v: VehicleView, verdict: Double) -> Double {
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
  func findBreakPlaces(_ rest: Int32, _ v: VehicleView) {
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
  func insert(_ rest: Int32, at position: Int, of n: Int) {
    for x in 0..<position { stop[x + 1] = trial[x] }
    stop[position + 1] = rest
    for x in position..<n { stop[x + 2] = trial[x] }
    count = n + 1
  }
}

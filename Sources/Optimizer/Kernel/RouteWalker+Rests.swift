// Rests from driving where the breaks that are due leave the driver none: one break, or two parts where none does.

/// Where two breaks go, and how far the driver gets with them.
private struct RestPlaces {
  var first: Int32
  var second: Int32
  var positions: (Int, Int)
  var cost: Double
  var farthest: Double
}

extension RouteWalker {
  /// Rests the driver where driving is too long: by one break if that does, otherwise by the one or the two parts with
  /// which he or she gets farther; infinite if nothing does.
  ///
  /// - Parameter placed: breaks on the route already, by bit; those placed are added.
  func mend(_ v: VehicleView, _ placed: inout Int, verdict: Double) -> Double {
    let n = count
    let overdue = soundUntil
    let least = verdict - waiting * v.costPerSecondWaiting - earlyCost
    for x in 0..<n { trial[x] = stop[x + 1] }
    let single = restBySingle(v, placed, verdict: verdict)
    if let single, !isOverdriven {
      placed |= 1 << Int(single - v.firstBreak)
      return cost
    }
    let reached = single == nil ? overdue : soundUntil
    restore(v, n)
    if let two = restInParts(v, placed, reached: reached, least: least) {
      placed |= 1 << Int(two.first - v.firstBreak) | 1 << Int(two.second - v.firstBreak)
      insert(two, of: n)
      return judgeNodes(v)
    }
    guard let single else { return .infinity }
    restore(v, n)
    placed |= 1 << Int(single - v.firstBreak)
    return placeBreak(single, v, verdict: verdict)
  }

  /// Places the first break with which the driver gets farther; `nil` where none does, and the route is then no longer
  /// the one that it was.
  private func restBySingle(_ v: VehicleView, _ placed: Int, verdict: Double) -> Int32? {
    let n = count
    let overdue = soundUntil
    var failed: Int32 = -1
    for rest in v.firstBreak..<v.breakEnd
    where placed >> Int(rest - v.firstBreak) & 1 == 0 && !isAlike(rest, failed) {
      let parts = p.breakParts[Int(rest) - p.firstBreak]
      // A first part rests nobody by itself, but it may before a break that is there already.
      guard parts.completes || placed != 0 && parts.begins else { continue }
      if failed >= 0 { restore(v, n) }
      if placeBreak(rest, v, verdict: verdict).isFinite, soundUntil > overdue { return rest }
      failed = rest
    }
    return nil
  }

  /// The two breaks that are a rest together and bring the driver farthest, beyond what is `reached`, and of those
  /// places the cheapest; `nil` where none do. The first part comes after some driving: before it, it would rest nobody.
  ///
  /// The route must be settled as it is without them, and written to `trial`; it is no longer settled afterwards.
  private func restInParts(
    _ v: VehicleView, _ placed: Int, reached: Double, least: Double
  ) -> RestPlaces? {
    let n = count
    let overdue = soundUntil
    let rested = overdue - v.longestUnbroken
    let driven = drivenAtNodes()
    let breaks = (v.firstBreak..<v.breakEnd).filter { placed >> Int($0 - v.firstBreak) & 1 == 0 }
    let places = distinct(breaks).map { rest in (rest, openPlaces(rest, v, n)) }
    var best: RestPlaces?
    for (second, openSecond) in places where p.breakParts[Int(second) - p.firstBreak].ends {
      for (kind, openFirst) in places where p.breakParts[Int(kind) - p.firstBreak].begins {
        // One break cannot be both parts, another one like it can.
        guard let first = breaks.first(where: { $0 != second && isAlike($0, kind) }) else {
          continue
        }
        for j in (0...n).reversed()
        where openSecond[j] && driven[j] <= overdue + SearchProblem.tolerance {
          for i in 0..<j where openFirst[i] && driven[i] > rested + SearchProblem.tolerance {
            insert(
              RestPlaces(
                first: first, second: second, positions: (i, j), cost: 0, farthest: 0), of: n)
            let cost = judgeNodes(v)
            let goal = best?.farthest ?? reached
            guard cost.isFinite,
              soundUntil > goal || soundUntil == goal && cost < best?.cost ?? -.infinity
            else { continue }
            best = RestPlaces(
              first: first, second: second, positions: (i, j), cost: cost, farthest: soundUntil)
            if !isOverdriven && cost <= least + SearchProblem.tolerance { return best }
          }
          // Nobody gets farther by a rest that is over sooner.
          if let best, best.first == first, best.second == second { break }
        }
      }
    }
    return best
  }

  /// Time driven from the start to each node.
  private func drivenAtNodes() -> [Double] {
    var sum = 0.0
    return (0...count).map { x in
      if x > 0 { sum += travel[x] }
      return sum
    }
  }

  private func openPlaces(_ rest: Int32, _ v: VehicleView, _ n: Int) -> [Bool] {
    findBreakPlaces(rest, v)
    return (0...n).map { takesBreak[$0] }
  }

  /// One of each kind of break.
  private func distinct(_ breaks: [Int32]) -> [Int32] {
    breaks.enumerated().filter { place, rest in
      !breaks[..<place].contains { isAlike($0, rest) }
    }.map(\.element)
  }

  /// Whether one break does for the other.
  private func isAlike(_ rest: Int32, _ other: Int32) -> Bool {
    guard other >= 0 else { return false }
    let (a, b) = (Int(rest), Int(other))
    let (x, y) = (a - p.firstBreak, b - p.firstBreak)
    guard p.service[a] == p.service[b], p.earliest[a] == p.earliest[b],
      p.latest[a] == p.latest[b], p.breakOnBoard[x] == p.breakOnBoard[y],
      p.windowStart[a + 1] - p.windowStart[a] == 1, p.windowStart[b + 1] - p.windowStart[b] == 1
    else { return false }
    return (0..<p.dimensions).allSatisfy { k in
      p.breakMostLoad[x * p.dimensions + k] == p.breakMostLoad[y * p.dimensions + k]
    }
  }

  /// Writes the trial sequence into the nodes with the two breaks in it.
  private func insert(_ two: RestPlaces, of n: Int) {
    insert(two.first, at: two.positions.0, of: n)
    // From the end on, so that what is moved is not yet overwritten.
    for x in (two.positions.1..<n).reversed() { stop[x + 3] = trial[x] }
    stop[two.positions.1 + 2] = two.second
    count = n + 2
  }

  /// The route as it was before a break was tried.
  private func restore(_ v: VehicleView, _ n: Int) {
    fill(UnsafePointer(trial), n)
    _ = judgeNodes(v)
  }
}

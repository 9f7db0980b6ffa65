// Least and greatest schedules.

extension RouteWalker {
  /// Least start of service at each node; false if there is none.
  func settleEarliest(_ v: VehicleView) -> Bool {
    begin[0] = v.shiftStart
    for x in 0...count { begin[x + 1] = -.infinity }
    guard forward(from: 1, v) else { return false }
    return raise(v)
  }

  /// Raises `begin` to the least schedule not below it that keeps every limit on rides and waits.
  func raise(_ v: VehicleView) -> Bool {
    var x = count
    var lowest = count + 1
    while true {
      // Right to left: limits on rides and waits raise what lies before them.
      while x >= 1 {
        if partner[x] > 0 {
          let from = Int(partner[x])
          let least = begin[x] - rideLimit[x] - serve[from]
          if least > begin[from] + SearchProblem.tolerance {
            let start = p.start(atStop: Int(stop[from]), notBefore: least)
            if !(start < .infinity) { return false }
            begin[from] = start
            lowest = min(lowest, from)
          }
        }
        if waitLimit[x] < .infinity {
          let least = begin[x] - waitLimit[x] - travel[x] - serve[x - 1]
          if x > 1, least > begin[x - 1] + SearchProblem.tolerance {
            let start = p.start(atStop: Int(stop[x - 1]), notBefore: least)
            if !(start < .infinity) { return false }
            begin[x - 1] = start
            lowest = min(lowest, x - 1)
          }
        }
        x -= 1
      }
      if lowest > count { return true }
      guard forward(from: lowest + 1, v) else { return false }
      lowest = count + 1
      x = count
    }
  }

  /// Raises the starts from a node on to what travel and windows ask.
  @inline(__always)
  func forward(from first: Int, _ v: VehicleView) -> Bool {
    var x = first
    let hasWays = hasWays
    while x <= count {
      var arrival = begin[x - 1] + serve[x - 1] + travel[x]
      if hasWays && wayFrom[x] >= 0 { arrival = max(arrival, begin[Int(wayFrom[x])] + wayGap[x]) }
      let start = p.start(atStop: Int(stop[x]), notBefore: arrival)
      if start > begin[x] { begin[x] = start }
      if !(begin[x] < .infinity) { return false }
      x += 1
    }
    begin[count + 1] = begin[count] + serve[count] + travel[count + 1]
    if hasWays && wayFrom[x] >= 0 {
      begin[x] = max(begin[x], begin[Int(wayFrom[x])] + wayGap[x])
    }
    return begin[count + 1] <= v.shiftEnd + SearchProblem.tolerance
  }

  /// Greatest start of service at nodes `first ... last` given that node `last` starts at `end` at the latest.
  ///
  /// - Parameter keepsLateness: no stop is later than now (`begin`) where that would cost anything.
  func settleLatest(
    first: Int, last: Int, end: Double, _ v: VehicleView, keepsLateness: Bool = false
  ) {
    for x in first..<last { until[x] = .infinity }
    if keepsLateness { boundLateness(first: first, last: last) }
    until[last] = end
    backward(first: first, from: last - 1, v)
    while true {
      var highest = first - 1
      if last > first {
        for x in (first + 1)...last {
          if partner[x] > 0 {
            let from = Int(partner[x])
            let most = until[from] + serve[from] + rideLimit[x]
            if most < until[x] - SearchProblem.tolerance {
              until[x] = p.start(atStop: Int(stop[x]), notAfter: most)
              highest = max(highest, x)
            }
          }
          if waitLimit[x] < .infinity && x > first {
            let most = until[x - 1] + serve[x - 1] + travel[x] + waitLimit[x]
            if most < until[x] - SearchProblem.tolerance {
              until[x] = x > count ? most : p.start(atStop: Int(stop[x]), notAfter: most)
              highest = max(highest, x)
            }
          }
        }
      }
      if highest < first { return }
      backward(first: first, from: highest - 1, v)
    }
  }

  private func boundLateness(first: Int, last: Int) {
    for x in max(1, first)..<max(1, last) {
      let s = Int(stop[x])
      guard s < p.firstBreak, p.latenessCost[s >> 1] > 0, p.due[s] < .infinity else { continue }
      until[x] = p.start(atStop: s, notAfter: max(p.due[s], begin[x]))
    }
  }

  @inline(__always)
  func backward(first: Int, from: Int, _ v: VehicleView) {
    var x = from
    let hasWays = hasWays
    if hasWays { closeWay(endingAt: x + 1, first: first) }
    while x >= first {
      var most = until[x + 1] - travel[x + 1] - serve[x]
      if hasWays && until[x] < most { most = until[x] }
      let isBase = x > 0 && Int(stop[x]) >= p.firstBase
      let start = x == 0 || isBase ? most : p.start(atStop: Int(stop[x]), notAfter: most)
      if start < until[x] { until[x] = start }
      if hasWays { closeWay(endingAt: x, first: first) }
      x -= 1
    }
  }

  /// Lowers the node at the beginning of a way with breaks on it to what its end leaves room for.
  @inline(__always)
  private func closeWay(endingAt x: Int, first: Int) {
    let from = Int(wayFrom[x])
    guard from >= first else { return }
    until[from] = min(until[from], until[x] - wayGap[x])
  }

  /// Latest start of service at each node with the route's end at the end of the shift, after a feasible
  /// judgement; valid until the next one.
  func latestStarts(_ vehicle: Int) -> UnsafePointer<Double> {
    let v = p.vehicles[vehicle]
    settleLatest(first: 0, last: count + 1, end: v.shiftEnd, v)
    return UnsafePointer(until)
  }
}

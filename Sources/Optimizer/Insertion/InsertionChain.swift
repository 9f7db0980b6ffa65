/// The exact test of one insertion into a plain vehicle's route (`VehicleView.isPlain`).
///
/// The least schedule of the present route is a lower bound on that of the longer one, so only what the
/// insertion raises is walked again: forward until nothing changes, then the ride-time limits right to left,
/// as the walker does (Tang, Kong, Lau and Ip 2010; Firat and Woeginger 2011). The bare rides are tested
/// beforehand, hence no cycle of limits can go on rising for ever.
struct InsertionChain {
  private let p: SearchProblem
  private let nodes: UnsafeMutablePointer<ChainNode>
  private let until: UnsafeMutablePointer<Double>
  private let storage: (FlatTable<ChainNode>, FlatTable<Double>)

  /// - Parameter capacity: most nodes of a route.
  init(_ problem: SearchProblem, capacity: Int) {
    p = problem
    storage = (FlatTable(zeroed: capacity), FlatTable(zeroed: capacity))
    nodes = storage.0.base
    until = storage.1.base
  }

  /// Whether the route is feasible with request r picked up behind node i and set down behind node j.
  ///
  /// The constant-time tests of the scan must have passed: load, windows of the new stops, the new bare ride,
  /// and the slack of the rides at both gaps.
  func accepts(_ r: Int, _ route: SearchRoute, _ i: Int, _ j: Int, _ view: VehicleView) -> Bool {
    guard let chain = route.chain else { return false }
    let last = route.count + 3
    place(r, route, chain, i, j, view)
    guard ridesStayShort(route, chain, i, j) else { return false }
    var low = i + 1
    var high = forward(from: low, to: last, past: j + 2)
    while high >= 0 {
      // Right to left: a delivery that has moved may pull its pickup after it.
      var lowest = last
      var x = min(high, last - 1)
      while x > low {
        let from = Int(nodes[x].partner)
        if from > 0 {
          let least = nodes[x].begin - nodes[x].rideLimit - nodes[from].serve
          if least > nodes[from].begin + SearchProblem.tolerance {
            if least > nodes[from].close + SearchProblem.tolerance { return false }
            nodes[from].begin = least
            if from < lowest { lowest = from }
          }
        }
        x &-= 1
      }
      if lowest == last { return keepsDuration(last, view) }
      low = lowest
      // Every pickup raised lies at `lowest` or behind it, up to the old `high`.
      high = forward(from: lowest + 1, to: last, past: high)
    }
    return false
  }

  /// Copies the route with the request in it.
  private func place(
    _ r: Int, _ route: SearchRoute, _ chain: UnsafePointer<ChainNode>, _ i: Int, _ j: Int,
    _ view: VehicleView
  ) {
    let stops = route.nodes
    let from = p.location[2 &* r]
    let to = p.location[2 &* r &+ 1]
    nodes.update(from: chain, count: i &+ 1)
    (nodes + (i &+ 2)).update(from: chain + (i &+ 1), count: j &- i)
    (nodes + (j &+ 3)).update(from: chain + (j &+ 1), count: route.count &+ 1 &- j)
    nodes[i &+ 1] = ChainNode(
      begin: p.earliest[2 &* r], serve: p.service[2 &* r],
      travel: view.timeInto(from, from: stops[i].place), close: p.latest[2 &* r],
      rideLimit: .infinity, rideSlack: .infinity, partner: 0)
    nodes[j &+ 2] = ChainNode(
      begin: p.earliest[2 &* r &+ 1], serve: p.service[2 &* r &+ 1],
      travel: view.timeInto(to, from: i == j ? from : stops[j].place),
      close: p.latest[2 &* r &+ 1], rideLimit: p.longestRide[r], rideSlack: .infinity,
      partner: Int32(i &+ 1))
    if i < j { nodes[i &+ 2].travel = view.time(from, stops[i &+ 1].place) }
    nodes[j &+ 3].travel = view.time(to, stops[j &+ 1].place)
    // Pickups that lie behind the insertions have moved.
    var x = i &+ 2
    while x <= route.count &+ 2 {
      let partner = Int(nodes[x].partner)
      if partner > i && x != j &+ 2 {
        nodes[x].partner = Int32(partner > j ? partner &+ 2 : partner &+ 1)
      }
      x &+= 1
    }
  }

  /// Whether those who ride past both new stops can bear both detours; who rides past one only has been tested
  /// at its gap.
  private func ridesStayShort(
    _ route: SearchRoute, _ chain: UnsafePointer<ChainNode>, _ i: Int, _ j: Int
  ) -> Bool {
    if i == j { return true }
    let stops = route.nodes
    let first = nodes[i + 1].travel + nodes[i + 1].serve + nodes[i + 2].travel - stops[i + 1].travel
    let second =
      nodes[j + 2].travel + nodes[j + 2].serve + nodes[j + 3].travel - stops[j + 1].travel
    let both = first + second - SearchProblem.tolerance
    if both <= min(stops[i].rideSlack, stops[j].rideSlack) { return true }
    var x = j + 1
    while x <= route.count {
      if chain[x].partner > 0 && chain[x].partner <= i && chain[x].rideSlack < both { return false }
      x += 1
    }
    return true
  }

  /// Raises the starts from a node on, until behind node `past` nothing changes any more.
  ///
  /// - Returns: the last node raised or looked at; -1 if a window is missed.
  @inline(__always)
  private func forward(from first: Int, to last: Int, past: Int) -> Int {
    var x = first
    while x <= last {
      let arrival = nodes[x - 1].begin + nodes[x - 1].serve + nodes[x].travel
      if arrival > nodes[x].begin {
        if arrival > nodes[x].close + SearchProblem.tolerance { return -1 }
        nodes[x].begin = arrival
      } else if x > past {
        return x - 1
      }
      x &+= 1
    }
    return last
  }

  /// Whether the route can be driven within the longest duration: it ends at the least end and starts as late
  /// as that allows.
  private func keepsDuration(_ last: Int, _ view: VehicleView) -> Bool {
    let end = nodes[last].begin
    let least = end - view.longestDuration - SearchProblem.tolerance
    if least <= view.shiftStart { return true }
    var x = last - 1
    until[last] = end
    while x >= 1 {
      until[x] = min(nodes[x].close, until[x + 1] - nodes[x + 1].travel - nodes[x].serve)
      x -= 1
    }
    if until[1] - nodes[1].travel < least { return false }
    // Ride-time limits may forbid to start that late: a pickup lowered by a window lowers its delivery.
    var highest = last
    while highest > 0 {
      highest = 0
      x = 2
      while x < last {
        let from = Int(nodes[x].partner)
        if from > 0 {
          let most = until[from] + nodes[from].serve + nodes[x].rideLimit
          if most < until[x] - SearchProblem.tolerance {
            until[x] = most
            highest = x
          }
        }
        x += 1
      }
      x = highest - 1
      while x >= 1 {
        let most = until[x + 1] - nodes[x + 1].travel - nodes[x].serve
        if most < until[x] { until[x] = most }
        x -= 1
      }
    }
    return until[1] - nodes[1].travel >= least
  }
}

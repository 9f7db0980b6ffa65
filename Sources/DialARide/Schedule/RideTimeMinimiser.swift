/// Chooses among the times of a tour, departure and end given, those with the least total ride time.
///
/// With one window a stop this is a linear objective over difference constraints. The set of solutions is
/// closed under node-wise minimum, so from the earliest solution one climbs: raise the set of nodes
/// that shortens the rides most (pickups in it count for, deliveries against it), as far as the
/// constraints on its border allow, until no such set is left. Raising one node may force others that
/// are tight behind it, so the best set is a closure of greatest weight in the graph of tight
/// constraints: a minimum cut (Picard, "Maximal closure of a graph and applications to combinatorial
/// problems", Management Science 22 (1976)). That such steepest ascent ends in an optimum is Murota's
/// theorem on L-convex functions ("Discrete Convex Analysis", SIAM 2003, chapter 10; for long steps
/// Shioura, Japan Journal of Industrial and Applied Mathematics 34 (2017)).
///
/// With several windows the gaps between them are ignored at first; where the optimum falls into a gap,
/// one branch ends before it and one begins after it.
struct RideTimeMinimiser {
  private(set) var best: [Double] = []
  private var leastRideTime = Double.infinity

  /// - Parameter chain: its windows already pin departure, end and what lateness must not exceed.
  init(_ chain: TimeChain) {
    branch(chain)
  }

  private mutating func branch(_ chain: TimeChain) {
    guard let earliest = try? chain.earliest(from: chain.windows[0][0].start) else { return }
    let closing = chain.windows.map { $0[$0.count - 1].end }
    let latest = chain.latest(within: closing, notBefore: earliest)
    let times = Self.climb(chain, from: earliest, to: latest)
    let rideTime = chain.rideTime(of: times)
    guard rideTime < leastRideTime - TimeChain.tolerance else { return }
    guard let node = times.indices.first(where: { Self.isInGap(times[$0], chain.windows[$0]) })
    else {
      leastRideTime = rideTime
      best = times
      return
    }
    var before = chain
    before.windows[node] = chain.windows[node].filter { $0.start < times[node] }
    branch(before)
    var after = chain
    after.windows[node] = chain.windows[node].filter { $0.end > times[node] }
    branch(after)
  }

  private static func isInGap(_ time: Double, _ windows: [TimeWindow]) -> Bool {
    windows.count > 1
      && !windows.contains {
        time >= $0.start - TimeChain.tolerance && time <= $0.end + TimeChain.tolerance
      }
  }

  private static func climb(_ chain: TimeChain, from earliest: [Double], to latest: [Double])
    -> [Double]
  {
    var times = earliest
    while true {
      let closure = TightClosure(chain, times: times, latest: latest)
      guard !closure.members.isEmpty else { return times }
      let step = closure.longestStep
      for node in closure.members { times[node] += step }
    }
  }
}

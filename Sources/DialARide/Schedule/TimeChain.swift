/// The times of one tour as a chain of nodes: its departure, its stops, its end.
///
/// Unknown is the time of each node. All constraints have one of two forms: a node lies in one of its
/// windows, or a node comes at least so long after another. Such systems have an earliest and a latest
/// solution, node by node at once, because the node-wise minimum (maximum) of two solutions is again a
/// solution; both are found by raising (lowering) times until nothing is violated any more.
///
/// **Why that ends.** Constraints that point back along the chain are the limits on rides and waits. A
/// cycle of constraints covers each link of the chain as often forwards as backwards, so its length is
/// the sum over its limits of (travel and service beneath the limit - the limit). `excessiveRide`
/// makes sure that none of these terms is positive; then every raise follows a path without repetition
/// and the number of passes is at most the number of nodes and windows. See Hunsaker and Savelsbergh,
/// "Efficient feasibility testing for dial-a-ride problems", Operations Research Letters 30 (2002),
/// for the same test with one window a stop.
struct TimeChain {
  /// A ride: the delivery node comes at most `longest` seconds after the pickup node.
  struct Ride {
    var pickup: Int
    var delivery: Int
    /// Longest ride time plus the service at the pickup, seconds; infinite where there is no limit.
    var longest: Double
  }

  /// Seconds by which a limit may be overrun before it counts as broken. Sums of some hundred times of
  /// day (10^5 s, rounded at 10^-11 s) stay far below it, the checker's tolerance stays far above.
  static let tolerance = 1e-8

  /// A way with breaks on it: the node at its end comes at least `gap` seconds after the one at its beginning.
  struct Way {
    var from: Int
    /// Service at its beginning, travel and breaks, seconds.
    var gap: Double
  }

  /// Seconds from node i to the arrival at node i + 1: service and travel. The travel of a way with breaks on it
  /// is in `wayEndingAt` instead.
  var gaps: [Double] = []
  /// For each node the way with breaks that ends there.
  var wayEndingAt: [Way?] = []
  /// Longest wait on arrival at node i + 1, seconds.
  var waitLimits: [Double] = []
  /// Windows of each node, ascending and disjoint.
  var windows: [[TimeWindow]] = []
  var rides: [Ride] = []
  /// For each node the index of the ride that ends there, or -1.
  var rideEndingAt: [Int] = []
  /// Time of each node after which lateness is charged.
  var dueTimes: [Double] = []
  /// Cost of each second of lateness at a node.
  var latenessCosts: [Double] = []
  /// Departure before which each second costs `earlinessCost`.
  var preferredDeparture = -Double.infinity
  var earlinessCost = 0.0

  /// The node at which the windows close before the vehicle can be there.
  struct ClosedNode: Error {
    var node: Int
  }

  /// The delivery node of a ride that exceeds its limit by travel and service alone.
  func excessiveRide() -> Int? {
    var bare = [0.0]
    for node in 1..<windows.count {
      bare.append(leastStart(of: node, bare))
    }
    return rides.first { ride in
      bare[ride.delivery] - bare[ride.pickup] > ride.longest + Self.tolerance / 100
    }?.delivery
  }

  /// Earliest arrival at a node after those before it.
  private func leastStart(of node: Int, _ times: [Double]) -> Double {
    let next = times[node - 1] + gaps[node - 1]
    guard let way = wayEndingAt[node] else { return next }
    return max(next, times[way.from] + way.gap)
  }

  /// The earliest times of all nodes with a departure no sooner than `departure`.
  func earliest(from departure: Double) throws(ClosedNode) -> [Double] {
    var times = [try lift(departure, at: 0)]
    for node in 1..<windows.count {
      times.append(try lift(leastStart(of: node, times), at: node))
    }
    while try raiseBehindLimits(&times) {
      for node in 1..<windows.count where leastStart(of: node, times) > times[node] {
        times[node] = try lift(leastStart(of: node, times), at: node)
      }
    }
    return times
  }

  /// Raises the nodes that lie too long before a later one; whether there was any.
  private func raiseBehindLimits(_ times: inout [Double]) throws(ClosedNode) -> Bool {
    var raised = false
    for node in stride(from: windows.count - 1, to: 0, by: -1) {
      let leastBefore = times[node] - gaps[node - 1] - waitLimits[node - 1]
      if leastBefore > times[node - 1] + Self.tolerance {
        times[node - 1] = try lift(leastBefore, at: node - 1)
        raised = true
      }
      guard rideEndingAt[node] >= 0 else { continue }
      let ride = rides[rideEndingAt[node]]
      let leastPickup = times[node] - ride.longest
      if leastPickup > times[ride.pickup] + Self.tolerance {
        times[ride.pickup] = try lift(leastPickup, at: ride.pickup)
        raised = true
      }
    }
    return raised
  }

  /// The latest times of all nodes that are no later than `bounds`.
  ///
  /// - Parameter earliest: a solution within the bounds; no node of the result lies before it, which
  ///   keeps rounding errors from pushing a time out of its window.
  func latest(within bounds: [Double], notBefore earliest: [Double]) -> [Double] {
    var times = bounds.indices.map { sink(bounds[$0], at: $0, to: earliest[$0]) }
    repeat {
      for node in stride(from: windows.count - 1, to: 0, by: -1) {
        let greatest = times[node] - gaps[node - 1]
        if greatest < times[node - 1] {
          times[node - 1] = sink(greatest, at: node - 1, to: earliest[node - 1])
        }
        if let way = wayEndingAt[node], times[node] - way.gap < times[way.from] {
          times[way.from] = sink(times[node] - way.gap, at: way.from, to: earliest[way.from])
        }
      }
    } while lowerBeyondLimits(&times, notBefore: earliest)
    return times
  }

  /// Lowers the nodes that lie too long after an earlier one; whether there was any.
  private func lowerBeyondLimits(_ times: inout [Double], notBefore earliest: [Double]) -> Bool {
    var lowered = false
    for node in 1..<windows.count {
      var greatest = times[node - 1] + gaps[node - 1] + waitLimits[node - 1]
      if rideEndingAt[node] >= 0 {
        let ride = rides[rideEndingAt[node]]
        greatest = min(greatest, times[ride.pickup] + ride.longest)
      }
      guard greatest < times[node] - Self.tolerance else { continue }
      let least = sink(greatest, at: node, to: earliest[node])
      lowered = lowered || least < times[node]
      times[node] = least
    }
    return lowered
  }

  /// The first time in a window of the node that is no earlier than `time`.
  private func lift(_ time: Double, at node: Int) throws(ClosedNode) -> Double {
    for window in windows[node] where time <= window.end + Self.tolerance {
      return max(time, window.start)
    }
    throw ClosedNode(node: node)
  }

  /// The last time in a window of the node that is no later than `time` (up to rounding), but no
  /// earlier than `least`.
  private func sink(_ time: Double, at node: Int, to least: Double) -> Double {
    for window in windows[node].reversed() where time >= window.start - Self.tolerance {
      return max(min(time, window.end), window.start, least)
    }
    return least
  }

  /// The window of the node in which the time lies, or the nearest one.
  func window(of node: Int, around time: Double) -> TimeWindow {
    windows[node].first { time <= $0.end + Self.tolerance } ?? .always
  }

  /// Cost of starting service after the due times, and of departing before the preferred time.
  func lateness(of times: [Double]) -> Double {
    let early = earlinessCost > 0 ? max(0, preferredDeparture - times[0]) * earlinessCost : 0
    return times.indices.reduce(early) {
      $0 + max(0, times[$1] - dueTimes[$1]) * latenessCosts[$1]
    }
  }

  /// Sum of the ride times, services at the pickups included, seconds.
  func rideTime(of times: [Double]) -> Double {
    rides.reduce(0) { $0 + times[$1.delivery] - times[$1.pickup] }
  }
}

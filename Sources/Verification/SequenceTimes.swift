import DialARide

/// Whether a sequence of stops has a schedule at all, and the least time on duty it takes.
///
/// All time rules of a route are difference constraints, save that a stop may have several windows. The
/// gaps between these are ignored at first; where a stop then falls into a gap, one branch has it
/// before and one after. The least time on duty of a tour is the longest path from its departure to its
/// end. All tours can have theirs at once: let each end as early as it can, and depart as late as that
/// allows.
struct SequenceTimes: Sendable {
  enum Outcome: Sendable {
    case feasible, infeasible
    /// Too many choices of windows.
    case unknown
  }

  private(set) var outcome = Outcome.infeasible
  /// Least time on duty, seconds; `nil` unless feasible.
  private(set) var leastDuration: Double?

  /// Choices of windows tried before giving up. Real routes need a handful.
  private static let mostBranches = 2000
  private var branches = 0

  init(_ route: RouteView) {
    let sequence = SequenceGraph(route)
    let exhausted = branch(sequence, windows: sequence.windows)
    if leastDuration != nil { outcome = .feasible }
    if !exhausted {
      outcome = .unknown
      leastDuration = nil
    }
  }

  /// Whether the choice was settled within the number of branches allowed.
  private mutating func branch(_ sequence: SequenceGraph, windows: [[TimeWindow]]) -> Bool {
    branches += 1
    guard branches <= Self.mostBranches else { return false }
    guard let (duration, times) = sequence.leastDuration(within: windows) else { return true }
    guard duration < (leastDuration ?? .infinity) - Verifier.tolerance else { return true }
    let gap = windows.indices.first { node in
      windows[node].count > 1
        && !windows[node].contains {
          times[node] >= $0.start - Verifier.tolerance && times[node] <= $0.end + Verifier.tolerance
        }
    }
    guard let gap else {
      leastDuration = duration
      return true
    }
    var before = windows
    before[gap] = windows[gap].filter { $0.start < times[gap] }
    var after = windows
    after[gap] = windows[gap].filter { $0.end > times[gap] }
    return branch(sequence, windows: before) && branch(sequence, windows: after)
  }
}

/// The constraints of a sequence, windows left out, and the windows of each node.
private struct SequenceGraph {
  private var graph = TimeGraph()
  /// Departure and end of each tour.
  private var tours: [(departure: Int, end: Int)] = []
  /// Windows by node; the origin has none that bind.
  private(set) var windows: [[TimeWindow]] = [[TimeWindow(0, 0)]]

  /// Slack on a bound taken from the graph itself, so that rounding does not contradict it, seconds.
  private static let slack = 1e-7

  init(_ route: RouteView) {
    var last = addNode([route.vehicle.shift])
    var tour = (departure: last, end: last)
    var spent = 0.0
    var nodes: [Int: Int] = [:]
    // Where the way with breaks on it began, and the service there and breaks since.
    var way: (node: Int, spent: Double)?
    for visit in route.visits {
      if case .base = visit.kind {
        tour.end = addEnd(after: last, gap: spent + visit.travel, [])
        tours.append(tour)
        last = addNode([])
        graph.require(last, atLeast: 0, after: tour.end)
        tour = (last, last)
        spent = 0
        continue
      }
      let node = addNode(route.timeLock(of: visit).map { [$0] } ?? visit.windows)
      let isOnTheWay = if case .rest = visit.kind { route.restsOnTheWay } else { false }
      if let way, !isOnTheWay {
        graph.require(node, atLeast: spent, after: last)
        graph.require(node, atLeast: way.spent + visit.travel, after: way.node)
      } else {
        graph.require(node, atLeast: spent + visit.travel, after: last)
        let limit = Self.waitLimit(route, visit)
        graph.require(
          node, atMost: spent + visit.travel + limit + Verifier.tolerance, after: last)
      }
      way =
        isOnTheWay
        ? (way?.node ?? last, (way?.spent ?? spent) + visit.service) : nil
      nodes[visit.index] = node
      last = node
      spent = visit.service + visit.setup
    }
    if let way {
      tour.end = addNode([route.vehicle.shift])
      graph.require(tour.end, atLeast: spent, after: last)
      graph.require(tour.end, atLeast: way.spent + route.lastTravel, after: way.node)
    } else {
      tour.end = addEnd(after: last, gap: spent + route.lastTravel, [route.vehicle.shift])
    }
    tours.append(tour)
    requireRides(route, nodes)
  }

  /// Longest wait on arrival; none where the departure is the start of the first stop.
  private static func waitLimit(_ route: RouteView, _ visit: Visit) -> Double {
    if visit.index == 0 && route.vehicle.start == nil { return 0 }
    let limit =
      visit.aboard.isEmpty ? route.vehicle.longestIdle : route.vehicle.longestIdleOnBoard
    return limit ?? .infinity
  }

  private mutating func addNode(_ nodeWindows: [TimeWindow]) -> Int {
    windows.append(
      nodeWindows.isEmpty ? [TimeWindow(-.infinity, .infinity)] : nodeWindows)
    return graph.addNode()
  }

  private mutating func addEnd(after last: Int, gap: Double, _ nodeWindows: [TimeWindow]) -> Int {
    let end = addNode(nodeWindows)
    graph.require(end, atLeast: gap, after: last)
    graph.require(end, atMost: gap, after: last)
    return end
  }

  private mutating func requireRides(_ route: RouteView, _ nodes: [Int: Int]) {
    for ride in route.rides {
      guard let longest = route.draft.requests[ride.request].longestRide,
        let pickup = nodes[ride.pickup], let delivery = nodes[ride.delivery]
      else { continue }
      let service = route.visits[ride.pickup].service + route.visits[ride.pickup].setup
      graph.require(delivery, atMost: service + longest + Verifier.tolerance, after: pickup)
    }
  }

  /// The least time on duty where each node lies between its first window's start and its last one's
  /// end, and times that attain it.
  func leastDuration(within windows: [[TimeWindow]]) -> (duration: Double, times: [Double])? {
    var system = graph
    for (node, list) in windows.enumerated() {
      guard let first = list.first, let last = list.last else { return nil }
      system.require(node, atLeast: first.start, after: 0)
      system.require(node, atMost: last.end + Verifier.tolerance, after: 0)
    }
    guard let earliest = system.longestPaths(from: 0) else { return nil }
    var total = 0.0
    for tour in tours {
      guard let paths = system.longestPaths(from: tour.departure) else { return nil }
      total += paths[tour.end]
      hold(&system, tour, paths[tour.end], earliest[tour.end])
    }
    guard let times = system.longestPaths(from: 0) else { return nil }
    return (total, times)
  }

  private func hold(
    _ system: inout TimeGraph, _ tour: (departure: Int, end: Int), _ duration: Double,
    _ earliestEnd: Double
  ) {
    system.require(tour.end, atMost: earliestEnd + Self.slack, after: 0)
    system.require(tour.end, atMost: duration + Self.slack, after: tour.departure)
  }
}

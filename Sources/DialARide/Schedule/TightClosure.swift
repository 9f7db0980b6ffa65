/// The set of nodes whose common raise shortens the rides of a tour fastest, and how far it can go.
///
/// A minimum cut by augmenting paths. Sources are the pickups of rides, sinks their deliveries, each of
/// capacity one; a constraint that is tight forces its second node to rise with its first and is an arc
/// of unlimited capacity; a node that cannot rise is a sink of unlimited capacity. The set is what the
/// sources that are not exhausted still reach: it is closed, and no closed set weighs more.
struct TightClosure {
  /// Members, ascending; empty where no set shortens the rides.
  private(set) var members: [Int] = []
  /// Seconds by which all members can rise together.
  private(set) var longestStep = Double.infinity

  private struct Arc {
    var from: Int
    var to: Int
    /// Seconds by which `from` can rise alone.
    var slack: Double
  }

  private var arcs: [Arc] = []
  private var flows: [Int] = []
  private var arcsFrom: [[Int]]
  private var arcsTo: [[Int]]
  private var supply: [Int]
  private var demand: [Int]

  init(_ chain: TimeChain, times: [Double], latest: [Double]) {
    let nodes = times.count
    arcsFrom = Array(repeating: [], count: nodes)
    arcsTo = arcsFrom
    supply = Array(repeating: 0, count: nodes)
    demand = supply
    for ride in chain.rides {
      supply[ride.pickup] += 1
      demand[ride.delivery] += 1
    }
    let constraints = Self.constraints(chain, times)
    for arc in constraints where arc.slack <= TimeChain.tolerance {
      arcsFrom[arc.from].append(arcs.count)
      arcsTo[arc.to].append(arcs.count)
      arcs.append(arc)
    }
    flows = Array(repeating: 0, count: arcs.count)
    for node in 0..<nodes where latest[node] - times[node] <= TimeChain.tolerance {
      demand[node] = Int.max
    }
    let reached = saturate()
    members = reached.indices.filter { reached[$0] }
    for arc in constraints where reached[arc.from] && !reached[arc.to] {
      longestStep = min(longestStep, arc.slack)
    }
    for node in members { longestStep = min(longestStep, latest[node] - times[node]) }
  }

  /// Every constraint of the form "if `from` rises by more than the slack, `to` must rise too".
  private static func constraints(_ chain: TimeChain, _ times: [Double]) -> [Arc] {
    var all: [Arc] = []
    for node in 1..<times.count {
      let wait = times[node] - times[node - 1] - chain.gaps[node - 1]
      all.append(Arc(from: node - 1, to: node, slack: wait))
      if chain.waitLimits[node - 1] < .infinity {
        all.append(Arc(from: node, to: node - 1, slack: chain.waitLimits[node - 1] - wait))
      }
      if let way = chain.wayEndingAt[node] {
        all.append(
          Arc(from: way.from, to: node, slack: times[node] - times[way.from] - way.gap))
      }
    }
    for ride in chain.rides where ride.longest < .infinity {
      let slack = ride.longest - (times[ride.delivery] - times[ride.pickup])
      all.append(Arc(from: ride.delivery, to: ride.pickup, slack: slack))
    }
    return all
  }

  /// Sends all the flow it can; what the remaining supply still reaches.
  private mutating func saturate() -> [Bool] {
    while true {
      var cameBy = Array(repeating: -1, count: supply.count)
      var reached = supply.map { $0 > 0 }
      var queue = reached.indices.filter { reached[$0] }
      var next = 0
      var sink: Int?
      while next < queue.count, sink == nil {
        let node = queue[next]
        next += 1
        if demand[node] > 0 {
          sink = node
          break
        }
        for (arc, neighbour) in residual(from: node) where !reached[neighbour] {
          reached[neighbour] = true
          cameBy[neighbour] = arc
          queue.append(neighbour)
        }
      }
      guard let sink else { return reached }
      augment(to: sink, cameBy)
    }
  }

  private func residual(from node: Int) -> [(arc: Int, neighbour: Int)] {
    arcsFrom[node].map { ($0, arcs[$0].to) }
      + arcsTo[node].filter { flows[$0] > 0 }.map { ($0, arcs[$0].from) }
  }

  private mutating func augment(to sink: Int, _ cameBy: [Int]) {
    if demand[sink] < .max { demand[sink] -= 1 }
    var node = sink
    while cameBy[node] >= 0 {
      let arc = cameBy[node]
      let forwards = arcs[arc].to == node
      flows[arc] += forwards ? 1 : -1
      node = forwards ? arcs[arc].from : arcs[arc].to
    }
    supply[node] -= 1
  }
}

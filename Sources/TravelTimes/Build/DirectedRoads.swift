/// One direction of a stretch, or a copy of it behind a restricted turn.
struct Arc: BitwiseCopyable {
  var tail: UInt32
  var head: UInt32
  var stretch: UInt32
  var isBackward: Bool

  /// Instead of a node: one from or to which there is no way in the main network. Such an arc serves a
  /// trip that turns round on it: it begins there, or it ends there.
  static let outside: UInt32 = 0x7FFF_FFFF

  var isWhole: Bool { tail != Arc.outside && head != Arc.outside }
}

/// The network as arcs between nodes, with turn restrictions turned into nodes.
///
/// A stretch from which some turn is restricted ends in a node of its own, which only the allowed turns
/// leave. The nodes stay those of a plain graph, so every shortest-path method applies, and only the few
/// junctions with restrictions grow.
struct DirectedRoads {
  var nodes: Int
  var arcs: [Arc] = []
  let costs: [(forward: TravelCost?, backward: TravelCost?)]
  /// Restrictions that fit no open arc.
  var idleTurns = 0

  init(_ network: RoadNetwork) {
    nodes = network.junctions
    costs = network.stretches.map { ($0.forward, $0.backward) }
    arcs.reserveCapacity(2 * network.stretches.count)
    for (index, stretch) in network.stretches.enumerated() {
      if stretch.forward != nil {
        arcs.append(
          Arc(
            tail: stretch.from, head: stretch.to, stretch: UInt32(index), isBackward: false))
      }
      if stretch.backward != nil {
        arcs.append(
          Arc(tail: stretch.to, head: stretch.from, stretch: UInt32(index), isBackward: true))
      }
    }
    restrict(network.turns)
  }

  init(nodes: Int, arcs: [Arc], costs: [(forward: TravelCost?, backward: TravelCost?)]) {
    self.nodes = nodes
    self.arcs = arcs
    self.costs = costs
  }

  func cost(_ arc: Arc) -> TravelCost {
    let pair = costs[Int(arc.stretch)]
    return (arc.isBackward ? pair.backward : pair.forward) ?? .unreachable
  }

  private mutating func restrict(_ turns: [RoadNetwork.Turn]) {
    guard !turns.isEmpty else { return }
    let plain = arcs
    let leaving = Rows(of: plain.count, keys: nodes) { Int(plain[$0].tail) }
    let byStretch = Rows(of: plain.count, keys: costs.count) { Int(plain[$0].stretch) }
    var rules: [Int: [RoadNetwork.Turn]] = [:]
    for turn in turns {
      let arriving = byStretch[Int(turn.from)].filter { plain[Int($0)].head == turn.via }
      if arriving.isEmpty { idleTurns += 1 }
      for arc in arriving { rules[Int(arc), default: []].append(turn) }
    }
    let restricted = rules.keys.sorted()
    var via: [(node: UInt32, copy: UInt32, rules: [RoadNetwork.Turn])] = []
    for arc in restricted {
      via.append((plain[arc].head, UInt32(nodes), rules[arc] ?? []))
      arcs[arc].head = UInt32(nodes)
      nodes += 1
    }
    for place in via {
      let only = Set(place.rules.filter(\.only).map(\.to))
      let forbidden = Set(place.rules.filter { !$0.only }.map(\.to))
      for index in leaving[Int(place.node)] {
        var arc = arcs[Int(index)]
        guard !forbidden.contains(arc.stretch), only.isEmpty || only.contains(arc.stretch)
        else { continue }
        arc.tail = place.copy
        arcs.append(arc)
      }
    }
  }
}

/// The part of the roads that goes into the graph, with nodes and stretches numbered anew.
struct MainPart {
  /// Arcs in the order of their stretches.
  private(set) var roads: DirectedRoads
  /// Stretches of the network that are kept, by their new number.
  private(set) var stretches: [UInt32] = []
  private(set) var forward: [TravelCost] = []
  private(set) var backward: [TravelCost] = []
  /// `arcFirst[stretch]..<arcFirst[stretch + 1]` are a stretch's places in `roads.arcs`.
  private(set) var arcFirst: [UInt32] = [0]

  init(
    _ network: RoadNetwork, _ all: DirectedRoads, _ parts: StrongComponents, _ kept: Int
  ) {
    var number = [UInt32](repeating: Arc.outside, count: all.nodes)
    var nodes: UInt32 = 0
    for node in 0..<all.nodes where parts.component[node] == UInt32(kept) {
      number[node] = nodes
      nodes += 1
    }
    let byStretch = Rows(of: all.arcs.count, keys: network.stretches.count) {
      Int(all.arcs[$0].stretch)
    }
    var arcs: [Arc] = []
    for index in network.stretches.indices {
      let new = UInt32(stretches.count)
      let own = byStretch[index].map { place in
        let arc = all.arcs[Int(place)]
        return Arc(
          tail: number[Int(arc.tail)], head: number[Int(arc.head)],
          stretch: new, isBackward: arc.isBackward)
      }.filter { $0.tail != Arc.outside || $0.head != Arc.outside }
      // One must get there and away.
      guard own.contains(where: { $0.tail != Arc.outside }),
        own.contains(where: { $0.head != Arc.outside })
      else { continue }
      var (there, back) = (TravelCost.unreachable, TravelCost.unreachable)
      for arc in own {
        let stretch = network.stretches[index]
        if arc.isBackward {
          back = stretch.backward ?? .unreachable
        } else {
          there = stretch.forward ?? .unreachable
        }
        arcs.append(arc)
      }
      stretches.append(UInt32(index))
      forward.append(there)
      backward.append(back)
      arcFirst.append(UInt32(arcs.count))
    }
    roads = DirectedRoads(
      nodes: Int(nodes), arcs: arcs, costs: zip(forward, backward).map { ($0, $1) })
  }

  /// Points of the stretches kept, and where each stretch's begin.
  func geometry(_ network: RoadNetwork) -> (first: [UInt32], points: [FixedPoint]) {
    var first: [UInt32] = [0]
    var points: [FixedPoint] = []
    for index in stretches {
      points.append(contentsOf: network.points[network.stretches[Int(index)].points])
      first.append(UInt32(points.count))
    }
    return (first, points)
  }
}

/// A search over arcs that lead to more important nodes, forwards from origins or backwards from
/// destinations, with nodes stalled that a higher node reaches at less cost.
final class UpwardSearch {
  /// Where a search begins: at a node, after some cost.
  struct Seed {
    var node: UInt32
    var cost: TravelCost
    /// Arc of the network driven in part before the node, or after it in a backward search.
    var arc: UInt32
  }

  private let first: UnsafeBufferPointer<UInt32>
  private let arcs: UnsafeBufferPointer<HierarchyArc>
  private let stallFirst: UnsafeBufferPointer<UInt32>
  private let stallArcs: UnsafeBufferPointer<HierarchyArc>
  private let costs: Slab<UInt64>
  private let parents: Slab<UInt32>
  private var heap: NodeHeap
  private var touched: [UInt32] = []
  /// Nodes reached at their least upward cost, in order of cost.
  private(set) var settled: [UInt32] = []

  /// In `parent(_:)`: with this bit the number of a seed, without it an arc of the hierarchy.
  static let seed: UInt32 = 0x8000_0000

  init(_ sections: GraphSections, backward: Bool) {
    first = backward ? sections.downFirst : sections.upFirst
    arcs = backward ? sections.down : sections.up
    stallFirst = backward ? sections.upFirst : sections.downFirst
    stallArcs = backward ? sections.up : sections.down
    let nodes = sections.upFirst.count - 1
    costs = Slab(nodes, filledWith: .max)
    parents = Slab(nodes, filledWith: 0)
    heap = NodeHeap(nodes: nodes)
  }

  /// Least upward cost of a node found so far; the largest number where there is none.
  func cost(_ node: UInt32) -> UInt64 { costs[Int(node)] }

  /// How a settled node was reached.
  func parent(_ node: UInt32) -> UInt32 { parents[Int(node)] }

  func run(_ seeds: [Seed]) {
    for node in touched { costs[Int(node)] = .max }
    touched.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    for (index, seed) in seeds.enumerated() where seed.cost.packed < costs[Int(seed.node)] {
      reach(seed.node, seed.cost.packed, by: UInt32(index) | UpwardSearch.seed)
    }
    while !heap.isEmpty {
      let cost = heap.leastKey
      let node = heap.removeLeast()
      if isStalled(node, cost) { continue }
      settled.append(node)
      for index in first[Int(node)]..<first[Int(node) + 1] {
        let arc = arcs[Int(index)]
        let sum = cost &+ arc.cost.packed
        if sum < costs[Int(arc.other)] { reach(arc.other, sum, by: index) }
      }
    }
  }

  private func isStalled(_ node: UInt32, _ cost: UInt64) -> Bool {
    for index in stallFirst[Int(node)]..<stallFirst[Int(node) + 1] {
      let arc = stallArcs[Int(index)]
      let higher = costs[Int(arc.other)]
      if higher < cost, higher &+ arc.cost.packed < cost { return true }
    }
    return false
  }

  private func reach(_ node: UInt32, _ cost: UInt64, by parent: UInt32) {
    if costs[Int(node)] == .max { touched.append(node) }
    costs[Int(node)] = cost
    parents[Int(node)] = parent
    heap.set(node, key: cost)
  }
}

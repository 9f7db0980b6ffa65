/// Builds a contraction hierarchy (Geisberger, Sanders, Schultes, Vetter, Transportation Science 46 (2012)
/// 388-404): takes the least important node out, again and again, and puts shortcuts where the fastest
/// path went through it.
///
/// Importance is the level above what was taken out already, plus shortcuts over arcs removed, in number
/// and in arcs of the network, as in RoutingKit. A search for a detour that is cut short costs a shortcut
/// too many, never a wrong answer.
struct Contraction: ~Copyable {
  private var out: WorkArcs
  private var into: WorkArcs
  private var queue: NodeHeap
  private var witness: WitnessSearch
  private let level: Slab<UInt32>
  private let nodes: Int

  /// Nodes a witness search settles at most.
  private static let patience = 60

  init(_ roads: DirectedRoads) {
    nodes = roads.nodes
    var leaving = [UInt32](repeating: 0, count: nodes)
    var arriving = leaving
    for arc in roads.arcs where arc.isWhole {
      leaving[Int(arc.tail)] += 1
      arriving[Int(arc.head)] += 1
    }
    out = WorkArcs(degrees: leaving)
    into = WorkArcs(degrees: arriving)
    queue = NodeHeap(nodes: nodes)
    witness = WitnessSearch(nodes: nodes)
    level = Slab(nodes, filledWith: 0)
    for (index, arc) in roads.arcs.enumerated() where arc.isWhole && arc.tail != arc.head {
      add(
        from: arc.tail, to: arc.head,
        WorkArc(
          cost: roads.cost(arc).packed, other: arc.head,
          origin: UInt32(index) | HierarchyArc.plain, hops: 1))
    }
  }

  /// Takes all nodes out; the contraction is spent afterwards.
  mutating func run() -> Hierarchy {
    for node in 0..<UInt32(nodes) { queue.set(node, key: importance(node)) }
    var order: [UInt32] = []
    order.reserveCapacity(nodes)
    while !queue.isEmpty {
      let node = queue.removeLeast()
      let key = importance(node)
      if !queue.isEmpty, key > queue.leastKey {
        queue.set(node, key: key)
        continue
      }
      _ = shortcuts(of: node, adding: true)
      order.append(node)
      detach(node)
    }
    return finished(order)
  }

  private mutating func add(from tail: UInt32, to head: UInt32, _ arc: WorkArc) {
    guard out.improve(tail, with: arc) else { return }
    var back = arc
    back.other = tail
    _ = into.improve(head, with: back)
  }

  private mutating func importance(_ node: UInt32) -> UInt64 {
    let change = shortcuts(of: node, adding: false)
    let ratio =
      change.removed == 0
      ? 0 : (1000 * change.added) / change.removed + (1000 * change.addedHops) / change.removedHops
    return UInt64(1000 * Int(level[Int(node)]) + ratio) << 32 | UInt64(node)
  }

  /// Shortcuts that taking a node out needs; puts them in where asked.
  private mutating func shortcuts(
    of node: UInt32, adding: Bool
  ) -> (added: Int, addedHops: Int, removed: Int, removedHops: Int) {
    var change = (added: 0, addedHops: 0, removed: 0, removedHops: 0)
    // Adding may move the lists of other nodes and the block they lie in, so every access names the list.
    for index in 0..<out.count(node) {
      change.removed += 1
      change.removedHops += Int(out.list(node)[index].hops)
    }
    for index in 0..<into.count(node) {
      let first = into.list(node)[index]
      change.removed += 1
      change.removedHops += Int(first.hops)
      var most: UInt64 = 0
      var targets = 0
      for second in out.list(node) where second.other != first.other {
        most = max(most, second.cost)
        targets += 1
      }
      guard targets > 0 else { continue }
      witness.run(
        from: first.other, around: node, upTo: first.cost &+ most, in: out,
        patience: Contraction.patience)
      for target in 0..<out.count(node) {
        let second = out.list(node)[target]
        let cost = first.cost &+ second.cost
        guard second.other != first.other, witness.distance(second.other) > cost else { continue }
        let hops = first.hops &+ second.hops
        change.added += 1
        change.addedHops += Int(hops)
        if adding {
          add(
            from: first.other, to: second.other,
            WorkArc(cost: cost, other: second.other, origin: node, hops: hops))
        }
      }
    }
    return change
  }

  /// Takes a contracted node off its neighbours' lists and ranks those anew.
  private mutating func detach(_ node: UInt32) {
    var neighbours: [UInt32] = []
    for arc in into.list(node) {
      out.remove(node, from: arc.other)
      neighbours.append(arc.other)
    }
    for arc in out.list(node) {
      into.remove(node, from: arc.other)
      if !neighbours.contains(arc.other) { neighbours.append(arc.other) }
    }
    for neighbour in neighbours {
      level[Int(neighbour)] = max(level[Int(neighbour)], level[Int(node)] + 1)
      queue.set(neighbour, key: importance(neighbour))
    }
  }

  private func finished(_ order: [UInt32]) -> Hierarchy {
    var result = Hierarchy(position: [UInt32](repeating: 0, count: nodes))
    for (step, node) in order.enumerated() {
      result.position[Int(node)] = UInt32(nodes - 1 - step)
    }
    for node in order.reversed() {
      append(out.list(node), to: &result.up, result.position)
      result.upFirst.append(UInt32(result.up.count))
      append(into.list(node), to: &result.down, result.position)
      result.downFirst.append(UInt32(result.down.count))
    }
    return result
  }

  private func append(
    _ list: UnsafeMutableBufferPointer<WorkArc>, to arcs: inout [HierarchyArc],
    _ position: [UInt32]
  ) {
    let sorted = list.map { arc in
      let shortcut = arc.origin & HierarchyArc.plain == 0
      return HierarchyArc(
        other: position[Int(arc.other)],
        origin: shortcut ? position[Int(arc.origin)] : arc.origin,
        cost: TravelCost(packed: arc.cost))
    }
    arcs.append(contentsOf: sorted.sorted { $0.other < $1.other })
  }
}

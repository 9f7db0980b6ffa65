/// A short Dijkstra search for paths that go round a node about to be taken out.
struct WitnessSearch: ~Copyable {
  private let distances: Slab<UInt64>
  private var heap: NodeHeap
  private var touched: [UInt32] = []

  init(nodes: Int) {
    distances = Slab(nodes, filledWith: .max)
    heap = NodeHeap(nodes: nodes)
    touched.reserveCapacity(1024)
  }

  /// Cost of a path found to a node, not always the least; the largest number where none was found.
  func distance(_ node: UInt32) -> UInt64 { distances[Int(node)] }

  mutating func run(
    from source: UInt32, around avoided: UInt32, upTo most: UInt64, in out: borrowing WorkArcs,
    patience: Int
  ) {
    for node in touched { distances[Int(node)] = .max }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    reach(source, 0)
    var settled = 0
    while !heap.isEmpty, heap.leastKey <= most, settled < patience {
      let cost = heap.leastKey
      let node = heap.removeLeast()
      settled += 1
      for arc in out.list(node) where arc.other != avoided {
        let sum = cost &+ arc.cost
        if sum < distances[Int(arc.other)], sum <= most { reach(arc.other, sum) }
      }
    }
  }

  private mutating func reach(_ node: UInt32, _ cost: UInt64) {
    if distances[Int(node)] == .max { touched.append(node) }
    distances[Int(node)] = cost
    heap.set(node, key: cost)
  }
}

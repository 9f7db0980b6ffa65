/// Strongly connected components by Tarjan's method (SIAM J. Comput. 1 (1972) 146-160), without recursion.
struct StrongComponents {
  /// `component[node]`
  private(set) var component: [UInt32]
  private(set) var sizes: [Int] = []

  /// The component with the most nodes, the first found among equals; `nil` without nodes.
  var largest: Int? {
    sizes.indices.max { (sizes[$0], -$0) < (sizes[$1], -$1) }
  }

  init(nodes: Int, arcs: [Arc]) {
    let unset = UInt32.max
    component = [UInt32](repeating: unset, count: nodes)
    let leaving = Rows(of: arcs.count, keys: nodes) { Int(arcs[$0].tail) }
    var order = [UInt32](repeating: unset, count: nodes)
    var low = order
    var next = leaving.first
    var open: [UInt32] = []
    var path: [UInt32] = []
    var found: UInt32 = 0
    for root in 0..<nodes where order[root] == unset {
      path.append(UInt32(root))
      while let top = path.last {
        let node = Int(top)
        if order[node] == unset {
          (order[node], low[node]) = (found, found)
          found += 1
          open.append(top)
        }
        if next[node] < leaving.first[node + 1] {
          let head = arcs[Int(leaving.items[Int(next[node])])].head
          next[node] += 1
          if order[Int(head)] == unset {
            path.append(head)
          } else if component[Int(head)] == unset {
            low[node] = min(low[node], order[Int(head)])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[Int(parent)] = min(low[Int(parent)], low[node]) }
        if low[node] == order[node] { close(top, &open) }
      }
    }
  }

  /// Takes a finished component off the open nodes.
  private mutating func close(_ root: UInt32, _ open: inout [UInt32]) {
    var size = 0
    while let node = open.popLast() {
      component[Int(node)] = UInt32(sizes.count)
      size += 1
      if node == root { break }
    }
    sizes.append(size)
  }
}

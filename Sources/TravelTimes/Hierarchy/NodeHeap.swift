/// A 4-ary heap of nodes by key, in flat arrays, whose keys may be changed.
struct NodeHeap: ~Copyable {
  private let keys: Slab<UInt64>
  private let nodes: Slab<UInt32>
  /// `place[node]`: where the node stands in the heap.
  private let place: Slab<UInt32>
  private(set) var count = 0

  private static let absent = UInt32.max

  init(nodes size: Int) {
    keys = Slab(size, filledWith: 0)
    nodes = Slab(size, filledWith: 0)
    place = Slab(size, filledWith: NodeHeap.absent)
  }

  var isEmpty: Bool { count == 0 }

  /// The least key; the heap must not be empty.
  var leastKey: UInt64 { keys[0] }

  /// Adds a node, or gives one that is there another key.
  mutating func set(_ node: UInt32, key: UInt64) {
    let at = place[Int(node)]
    if at == NodeHeap.absent {
      count += 1
      rise(from: count - 1, node, key)
    } else if key <= keys[Int(at)] {
      rise(from: Int(at), node, key)
    } else {
      sink(from: Int(at), node, key)
    }
  }

  /// Takes the node of the least key out; the heap must not be empty.
  mutating func removeLeast() -> UInt32 {
    let least = nodes[0]
    place[Int(least)] = NodeHeap.absent
    count -= 1
    if count > 0 { sink(from: 0, nodes[count], keys[count]) }
    return least
  }

  mutating func removeAll() {
    for index in 0..<count { place[Int(nodes[index])] = NodeHeap.absent }
    count = 0
  }

  private func put(_ node: UInt32, _ key: UInt64, at index: Int) {
    keys[index] = key
    nodes[index] = node
    place[Int(node)] = UInt32(truncatingIfNeeded: index)
  }

  private func rise(from start: Int, _ node: UInt32, _ key: UInt64) {
    var index = start
    while index > 0 {
      let parent = (index &- 1) >> 2
      if keys[parent] <= key { break }
      put(nodes[parent], keys[parent], at: index)
      index = parent
    }
    put(node, key, at: index)
  }

  private func sink(from start: Int, _ node: UInt32, _ key: UInt64) {
    var index = start
    while true {
      let first = index &* 4 &+ 1
      if first >= count { break }
      var least = first
      for child in first &+ 1..<max(first &+ 1, min(first &+ 4, count))
      where keys[child] < keys[least] {
        least = child
      }
      if keys[least] >= key { break }
      put(nodes[least], keys[least], at: index)
      index = least
    }
    put(node, key, at: index)
  }
}

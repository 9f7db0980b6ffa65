/// An arc while the hierarchy is being built: seen from its node, it leads to or comes from `other`.
struct WorkArc: BitwiseCopyable {
  var cost: UInt64
  var other: UInt32
  /// `HierarchyArc.origin`, with nodes numbered as in the input.
  var origin: UInt32
  /// Arcs of the network in it.
  var hops: UInt32
}

/// Lists of arcs by node in one growing block; a list that outgrows its room moves to the end.
struct WorkArcs: ~Copyable {
  private var base: UnsafeMutablePointer<WorkArc>
  private var used: Int
  private var room: Int
  private let first: Slab<UInt32>
  private let counts: Slab<UInt32>
  private let rooms: Slab<UInt32>

  /// - Parameter degrees: arcs that each node begins with.
  init(degrees: [UInt32]) {
    let nodes = degrees.count
    first = Slab(nodes, filledWith: 0)
    counts = Slab(nodes, filledWith: 0)
    rooms = Slab(nodes, filledWith: 0)
    used = 0
    for node in 0..<nodes {
      let size = degrees[node] + 2
      first[node] = UInt32(used)
      rooms[node] = size
      used += Int(size)
    }
    room = 2 * used + 16
    base = .allocate(capacity: room)
  }

  deinit { base.deallocate() }

  func count(_ node: UInt32) -> Int { Int(counts[Int(node)]) }

  /// The list of a node, until the next change.
  func list(_ node: UInt32) -> UnsafeMutableBufferPointer<WorkArc> {
    UnsafeMutableBufferPointer(
      start: base + Int(first[Int(node)]), count: Int(counts[Int(node)]))
  }

  func index(of other: UInt32, at node: UInt32) -> Int? {
    list(node).firstIndex { $0.other == other }
  }

  /// Adds an arc, or lowers the one with the same ends; `false` where that one is as cheap already.
  mutating func improve(_ node: UInt32, with arc: WorkArc) -> Bool {
    if let index = index(of: arc.other, at: node) {
      guard arc.cost < list(node)[index].cost else { return false }
      list(node)[index] = arc
      return true
    }
    append(arc, to: node)
    return true
  }

  func remove(_ other: UInt32, from node: UInt32) {
    guard let index = index(of: other, at: node) else { return }
    let arcs = list(node)
    arcs[index] = arcs[arcs.count - 1]
    counts[Int(node)] -= 1
  }

  private mutating func append(_ arc: WorkArc, to node: UInt32) {
    let at = Int(node)
    if counts[at] == rooms[at] { move(at) }
    base[Int(first[at] + counts[at])] = arc
    counts[at] += 1
  }

  private mutating func move(_ node: Int) {
    let larger = Int(rooms[node]) * 2
    if used + larger > room {
      room = (used + larger) * 3 / 2
      let grown = UnsafeMutablePointer<WorkArc>.allocate(capacity: room)
      grown.update(from: base, count: used)
      base.deallocate()
      base = grown
    }
    (base + used).update(from: base + Int(first[node]), count: Int(counts[node]))
    first[node] = UInt32(used)
    rooms[node] = UInt32(larger)
    used += larger
  }
}

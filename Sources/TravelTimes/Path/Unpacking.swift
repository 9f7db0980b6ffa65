/// Replaces shortcuts by the arcs of the network that they stand for.
struct Unpacking {
  private let sections: GraphSections
  var arcs: [UInt32] = []

  init(_ sections: GraphSections) { self.sections = sections }

  mutating func add(from tail: UInt32, to head: UInt32, _ origin: UInt32) {
    var waiting = [(tail: tail, head: head, origin: origin)]
    while let next = waiting.popLast() {
      guard next.origin & HierarchyArc.plain == 0 else {
        arcs.append(next.origin & ~HierarchyArc.plain)
        continue
      }
      let via = next.origin
      let first = find(next.tail, via, sections.downFirst, sections.down)
      let second = find(next.head, via, sections.upFirst, sections.up)
      waiting.append((via, next.head, second))
      waiting.append((next.tail, via, first))
    }
  }

  /// Origin of the arc between a lower node and a higher one, stored at the lower.
  private func find(
    _ other: UInt32, _ node: UInt32, _ first: UnsafeBufferPointer<UInt32>,
    _ arcs: UnsafeBufferPointer<HierarchyArc>
  ) -> UInt32 {
    for index in first[Int(node)]..<first[Int(node) + 1] where arcs[Int(index)].other == other {
      return arcs[Int(index)].origin
    }
    preconditionFailure("a shortcut's halves are in the hierarchy")
  }
}

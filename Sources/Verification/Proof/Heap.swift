/// What a heap holds.
protocol Ranked {
  /// Whether this comes out before the other.
  func precedes(_ other: Self) -> Bool
}

/// A binary heap: what comes before all others is at its top.
struct Heap<Element: Ranked> {
  private var items: [Element] = []

  mutating func push(_ item: Element) {
    items.append(item)
    var child = items.count - 1
    while child > 0, case let parent = (child - 1) / 2, items[child].precedes(items[parent]) {
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> Element? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return top }
    items[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < items.count && items[child].precedes(items[first]) { first = child }
      if first == parent { return top }
      items.swapAt(parent, first)
      parent = first
    }
  }
}

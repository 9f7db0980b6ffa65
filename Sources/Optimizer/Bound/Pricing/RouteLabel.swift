/// A partial route of the pricing: the vehicle is empty, either on arrival at the first stop of its next
/// fragment or on departure from the last stop of one.
struct RouteLabel: BitwiseCopyable {
  /// Earliest arrival or departure.
  var time: Double
  /// Reduced cost so far, without waiting.
  var cost: Double
  /// The time it would be if the route had left as late as it may and never waited: `time - margin` is the
  /// waiting that no departure avoids.
  var margin: Double
  /// Travel and service so far.
  var used: Double
  /// Requests served, as far as they are remembered.
  var requests: BitMask
  var previous: Int32
  /// The fragment done last, in the list of the pricing; -1 on arrival.
  var fragment: Int32
  /// Stop, plus the number of stops for a departure.
  var node: Int32
  /// Labels of the node's list that are known not to dominate this one.
  var checked: Int32
}

/// What dominance compares, side by side in memory.
struct SeenLabel: BitwiseCopyable {
  var cost: Double
  /// Cost less the waiting rate times the margin.
  var waitKey: Double
  var used: Double
  /// Latest start of the route, plus what is constant.
  var startKey: Double
  /// Requests that are served, or cannot be reached any more.
  var closed: BitMask
}

/// Growing block of trivial values without bounds checks.
final class GrowingTable<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count &+= 1
  }

  @inline(__always)
  func removeLast() -> Element {
    count &-= 1
    return base[count]
  }

  func removeLast(_ number: Int) { count &-= number }

  func removeAll() { count = 0 }

  private func grow() {
    capacity *= 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

/// Labels to go on from, the earliest first: a binary heap.
struct LabelQueue {
  struct Entry: BitwiseCopyable {
    var time: Double
    var label: Int32
  }

  private let heap = GrowingTable<Entry>(capacity: 1024)

  var isEmpty: Bool { heap.count == 0 }

  func removeAll() { heap.removeAll() }

  @inline(__always)
  func push(_ time: Double, _ label: Int32) {
    heap.append(Entry(time: time, label: label))
    let base = heap.base
    var at = heap.count &- 1
    while at > 0 {
      let parent = (at &- 1) >> 1
      if base[parent].time <= time { break }
      base[at] = base[parent]
      at = parent
    }
    base[at] = Entry(time: time, label: label)
  }

  @inline(__always)
  func pop() -> Int32 {
    let top = heap.base[0].label
    let entry = heap.removeLast()
    let count = heap.count
    if count == 0 { return top }
    let base = heap.base
    var at = 0
    while true {
      var child = 2 &* at &+ 1
      if child >= count { break }
      if child &+ 1 < count && base[child &+ 1].time < base[child].time { child &+= 1 }
      if base[child].time >= entry.time { break }
      base[at] = base[child]
      at = child
    }
    base[at] = entry
    return top
  }
}

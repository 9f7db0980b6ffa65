/// Position pairs that await their exact test, the cheapest first.
///
/// A plain list with linear selection: few are taken out of the many put in.
final class ChoiceList {
  private var points: UnsafeMutablePointer<InsertionPoint>
  private var capacity = 1024
  private var count = 0

  init() { points = .allocate(capacity: capacity) }

  deinit { points.deallocate() }

  func clear() { count = 0 }

  @inline(__always)
  func add(_ point: InsertionPoint) {
    if count == capacity { grow() }
    points[count] = point
    count &+= 1
  }

  private func grow() {
    let larger = UnsafeMutablePointer<InsertionPoint>.allocate(capacity: 2 * capacity)
    larger.update(from: points, count: count)
    points.deallocate()
    points = larger
    capacity *= 2
  }

  /// Takes out the cheapest.
  func popCheapest() -> InsertionPoint? {
    guard count > 0 else { return nil }
    var cheapest = 0
    var x = 1
    while x < count {
      if points[x].delta < points[cheapest].delta { cheapest = x }
      x &+= 1
    }
    let taken = points[cheapest]
    count &-= 1
    points[cheapest] = points[count]
    return taken
  }
}

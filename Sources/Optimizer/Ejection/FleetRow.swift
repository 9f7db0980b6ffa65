/// One stop of a route whose fleet is being reduced.
struct FleetNode: BitwiseCopyable {
  /// Stop number, -1 for the two ends.
  var stop: Int32
  var place: Int32
  /// Earliest and latest start of service that travel and windows leave: bounds of the true ones, exact where
  /// nothing else rules the times.
  var early: Double
  var late: Double
  var serve: Double
  /// Travel time from the node before.
  var travel: Double
}

/// A route as flat memory: nodes 0 (start), 1 ... count, count + 1 (end), and the load when leaving each.
///
/// A plain view of memory that `FleetRoutes` owns.
struct FleetRow: BitwiseCopyable {
  var vehicle: Int
  var count: Int
  /// Request stops that there is room for.
  var capacity: Int
  var nodes: UnsafeMutablePointer<FleetNode>
  var loads: UnsafeMutablePointer<Int32>

  init(vehicle: Int, capacity: Int, dimensions: Int) {
    self.vehicle = vehicle
    self.capacity = capacity
    count = 0
    nodes = .allocate(capacity: capacity + 2)
    loads = .allocate(capacity: max(1, (capacity + 2) * dimensions))
  }

  func deallocate() {
    nodes.deallocate()
    loads.deallocate()
  }
}

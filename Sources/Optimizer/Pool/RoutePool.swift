/// Good routes: for each vehicle class and set of requests the cheapest order.
struct RoutePool: Sendable {
  /// Routes in the order in which their request sets were first seen.
  private(set) var routes: [KeptRoute] = []
  private var index: [Key: Int] = [:]
  private let vehicleClasses: [Int32]
  /// One random word a request; a set is the exclusive or of its words (Zobrist 1970).
  private let words: [UInt64]
  /// Most routes kept; the oldest half goes when there are more.
  private let capacity: Int

  struct Key: Hashable {
    var vehicleClass: Int32
    var set: UInt64
  }

  init(_ p: SearchProblem, capacity: Int = 40_000) {
    self.capacity = capacity
    vehicleClasses = (0..<p.vehicleCount).map { p.vehicles[$0].vehicleClass }
    var random = RandomSource(seed: 0x5EED)
    words = (0..<p.requestCount).map { _ in random.next() }
  }

  /// Adds a route, or replaces a dearer one with the same requests.
  mutating func add(_ route: SearchRoute) {
    guard route.count > 0 else { return }
    add(key(route.vehicle, route.requests), route.cost) { KeptRoute(route) }
  }

  /// Adds all routes of another pool of the same problem.
  mutating func add(_ other: RoutePool) {
    for route in other.routes {
      add(key(Int(route.vehicle), route.requests), route.cost) { route }
    }
  }

  mutating func removeAll() {
    routes.removeAll(keepingCapacity: true)
    index.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ key: Key, _ cost: Double, _ route: () -> KeptRoute) {
    if let known = index[key] {
      if cost < routes[known].cost { routes[known] = route() }
      return
    }
    index[key] = routes.count
    routes.append(route())
    if routes.count > capacity { dropOldest() }
  }

  private func key(_ vehicle: Int, _ requests: [Int32]) -> Key {
    var set: UInt64 = 0
    for r in requests { set ^= words[Int(r)] }
    return Key(vehicleClass: vehicleClasses[vehicle], set: set)
  }

  private mutating func dropOldest() {
    routes.removeFirst(routes.count - capacity / 2)
    index.removeAll(keepingCapacity: true)
    for (i, route) in routes.enumerated() {
      index[key(Int(route.vehicle), route.requests)] = i
    }
  }
}

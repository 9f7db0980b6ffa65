/// Good routes seen by any island: for each vehicle class and set of requests the cheapest order.
struct RoutePool {
  /// Routes in the order in which their request sets were first seen.
  private(set) var routes: [SearchRoute] = []
  private var index: [Key: Int] = [:]
  private let p: SearchProblem
  /// One random word a request; a set is the exclusive or of its words (Zobrist 1970).
  private let words: [UInt64]
  /// Most routes kept; the oldest half goes when there are more.
  private let capacity: Int

  struct Key: Hashable {
    var vehicleClass: Int32
    var set: UInt64
  }

  init(_ p: SearchProblem, capacity: Int = 40_000) {
    self.p = p
    self.capacity = capacity
    var random = RandomSource(seed: 0x5EED)
    words = (0..<p.requestCount).map { _ in random.next() }
  }

  /// Adds a route, or replaces a dearer one with the same requests.
  mutating func add(_ route: SearchRoute) {
    guard route.count > 0 else { return }
    let set = route.requests.reduce(UInt64(0)) { $0 ^ words[Int($1)] }
    let key = Key(vehicleClass: p.vehicles[route.vehicle].vehicleClass, set: set)
    if let known = index[key] {
      if route.cost < routes[known].cost { routes[known] = route }
      return
    }
    index[key] = routes.count
    routes.append(route)
    if routes.count > capacity { dropOldest() }
  }

  private mutating func dropOldest() {
    let kept = Array(routes.suffix(capacity / 2))
    routes = []
    index = [:]
    for route in kept { add(route) }
  }
}

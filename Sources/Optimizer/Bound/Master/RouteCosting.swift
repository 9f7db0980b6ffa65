import DialARide

/// Prices the relaxation's cost of a given route without waiting: a lower bound on its true cost.
struct RouteCosting {
  let p: BoundProblem

  init(_ p: BoundProblem) { self.p = p }

  /// The route as a column; `nil` for an empty one.
  func column(_ route: BoundRoute) -> RouteColumn? {
    guard let first = route.stops.first, let last = route.stops.last else { return nil }
    let problem = p.problem
    let k = Int(problem.vehicleClass[route.vehicle])
    guard let classIndex = p.classes.firstIndex(where: { $0.index == k }) else { return nil }
    let kind = p.classes[classIndex]
    let way = p.travel[kind.matrix]
    func leg(_ from: Int, _ to: Int) -> Double {
      guard from >= 0, to >= 0 else { return 0 }
      let entry = from * way.size + to
      return kind.perMetre * way.distances[entry] + kind.perSecond * way.times[entry]
    }
    func place(_ stop: Int32) -> Int { Int(problem.location[Int(stop)]) }
    var cost = kind.fixedCost + leg(kind.start, place(first)) + leg(place(last), kind.end)
    for (a, b) in zip(route.stops, route.stops.dropFirst()) { cost += leg(place(a), place(b)) }
    if !problem.preferenceCost.isEmpty {
      for stop in route.stops where Int(stop) == p.firstStop(Int(stop >> 1)) {
        cost += problem.preferenceCost[Int(stop >> 1) * problem.vehicleCount + kind.vehicle]
      }
    }
    return RouteColumn(p, classIndex: classIndex, cost: cost, stops: route.stops)
  }
}

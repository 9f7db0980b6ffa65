/// What a recombination needs to know of a route, without the tables for insertions that a `SearchRoute` has.
struct KeptRoute: Sendable {
  let vehicle: Int32
  let cost: Double
  let distance: Double
  let duration: Double
  let trips: Int
  let stops: [Int32]
  /// Requests served, in order of their first stop.
  let requests: [Int32]

  init(_ route: SearchRoute) {
    vehicle = Int32(route.vehicle)
    cost = route.cost
    distance = route.distance
    duration = route.duration
    trips = route.trips
    stops = route.stops
    requests = route.requests
  }
}

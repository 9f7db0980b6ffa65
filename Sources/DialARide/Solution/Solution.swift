/// The times of one route. Arrays are indexed as `Route.stops`.
public struct Schedule: Codable, Hashable, Sendable {
  /// Departure from the start location (or start of service at the first stop where the start is open).
  public var departure: Double
  /// Arrival at each stop, seconds.
  public var arrivals: [Double]
  /// Start of service at each stop, seconds; at a base visit the time the vehicle is ready to leave again.
  public var starts: [Double]
  /// End of service at each stop, seconds.
  public var ends: [Double]
  /// Arrival at the end location (or end of service at the last stop where the end is open).
  public var arrival: Double

  public init(
    departure: Double, arrivals: [Double], starts: [Double], ends: [Double], arrival: Double
  ) {
    self.departure = departure
    self.arrivals = arrivals
    self.starts = starts
    self.ends = ends
    self.arrival = arrival
  }
}

/// What one vehicle does: stop numbers in order, breaks and base visits included.
public struct Route: Codable, Hashable, Sendable {
  public var vehicle: Int
  public var stops: [Int]
  /// `nil` where only the order is known.
  public var schedule: Schedule?

  public init(vehicle: Int, stops: [Int], schedule: Schedule? = nil) {
    self.vehicle = vehicle
    self.stops = stops
    self.schedule = schedule
  }
}

/// Routes and the requests that none of them serves.
public struct Solution: Codable, Hashable, Sendable {
  /// At most one route a vehicle; vehicles without a route stay unused.
  public var routes: [Route]
  /// Requests left unserved, ascending: all forms of each demand of which no form is served.
  public var unserved: [Int]

  public init(routes: [Route], unserved: [Int]) {
    self.routes = routes
    self.unserved = unserved
  }
}

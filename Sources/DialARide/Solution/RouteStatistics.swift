/// What one scheduled route amounts to, beyond its cost.
public struct RouteStatistics: Codable, Hashable, Sendable {
  /// Distance driven, metres.
  public var distance = 0.0
  /// Sum of the tolls paid, in the problem's cost unit.
  public var tolls = 0.0
  /// Time driven, seconds.
  public var driving = 0.0
  /// Time on duty: the sum over tours of end less departure, seconds.
  public var duration = 0.0
  /// Waiting on arrival at stops and breaks, time at base excluded, seconds.
  public var waiting = 0.0
  /// The part of `waiting` with nobody on board, seconds.
  public var idle = 0.0
  /// Longest single wait with nobody on board and away from base, seconds.
  public var longestIdle = 0.0
  /// Longest single wait with somebody on board, seconds.
  public var longestIdleOnBoard = 0.0
  /// Time spent at base between tours, seconds.
  public var atBase = 0.0
  /// Ride times in the order of the deliveries.
  public var rides: [RideTime] = []
  /// Number of times the vehicle goes from empty to somebody on board.
  public var trips = 0
  /// Greatest load in each capacity dimension.
  public var peakLoad: [Int] = []
  /// Number of requests served.
  public var requests = 0

  public init() {}
}

/// How long one request is on board.
public struct RideTime: Codable, Hashable, Sendable {
  public var request: Int
  /// From the end of service at the pickup to the start of service at the delivery, seconds.
  public var time: Double
  /// Driven with the request on board, metres.
  public var distance: Double

  public init(request: Int, time: Double, distance: Double) {
    self.request = request
    self.time = time
    self.distance = distance
  }
}

extension Route {
  /// The figures of the route; all zero where it has no stops.
  ///
  /// Without a schedule those that need times stay zero. The structure of the route must be sound.
  public func statistics(in problem: Problem) -> RouteStatistics {
    let reading = RouteReading(problem, vehicle: vehicle, stops: stops)
    var statistics = RouteStatistics()
    statistics.distance = reading.distances.reduce(0, +)
    statistics.tolls = reading.tolls
    statistics.driving = reading.travelTimes.reduce(0, +)
    statistics.requests = Set(stops.filter(problem.isRequestStop).map { $0 >> 1 }).count
    statistics.readLoads(problem, reading)
    if let schedule { statistics.readTimes(problem, reading, schedule) }
    statistics.readRides(problem, reading, schedule)
    return statistics
  }
}

extension RouteStatistics {
  fileprivate mutating func readLoads(_ problem: Problem, _ reading: RouteReading) {
    var load = Array(repeating: 0, count: problem.dimensions)
    func change(_ request: Int, by sign: Int) {
      for k in load.indices { load[k] += sign * Int(problem.load[request * load.count + k]) }
    }
    func exchange(_ request: Int) {
      guard !problem.exchange.isEmpty else { return }
      for k in load.indices { load[k] += Int(problem.exchange[request * load.count + k]) }
    }
    for stop in reading.stops where problem.isDelivery(stop) && !problem.hasPickup[stop >> 1] {
      change(stop >> 1, by: 1)
    }
    peakLoad = load
    trips = reading.onBoard[0] > 0 ? 1 : 0
    for (index, stop) in reading.stops.enumerated() {
      if reading.onBoard[index] == 0 && reading.onBoard[index + 1] > 0 { trips += 1 }
      guard problem.isRequestStop(stop) else { continue }
      change(stop >> 1, by: problem.isPickup(stop) ? 1 : -1)
      if problem.isDelivery(stop) { exchange(stop >> 1) }
      for k in load.indices { peakLoad[k] = max(peakLoad[k], load[k]) }
    }
  }

  fileprivate mutating func readTimes(
    _ problem: Problem, _ reading: RouteReading, _ schedule: Schedule
  ) {
    duration = schedule.arrival - schedule.departure
    for (index, stop) in reading.stops.enumerated() {
      let wait = schedule.starts[index] - schedule.arrivals[index]
      if problem.isBaseVisit(stop) {
        atBase += wait
        duration -= wait
        continue
      }
      waiting += wait
      if reading.onBoard[index] > 0 {
        longestIdleOnBoard = max(longestIdleOnBoard, wait)
      } else {
        idle += wait
        longestIdle = max(longestIdle, wait)
      }
    }
  }

  fileprivate mutating func readRides(
    _ problem: Problem, _ reading: RouteReading, _ schedule: Schedule?
  ) {
    for (index, stop) in reading.stops.enumerated() where reading.pickupIndex[index] >= 0 {
      let pickup = reading.pickupIndex[index]
      let time = schedule.map { $0.starts[index] - $0.ends[pickup] } ?? 0
      let distance = reading.distances[(pickup + 1)...index].reduce(0, +)
      rides.append(RideTime(request: stop >> 1, time: time, distance: distance))
    }
  }
}

/// One stop of a line, and when the vehicle leaves it.
public struct LineStop: Codable, Hashable, Sendable {
  /// Place id.
  public var place: String
  public var time: ClockTime

  public init(place: String, time: ClockTime) {
    self.place = place
    self.time = time
  }
}

/// A line with fixed stops and times that runs only where somebody has booked it (R30).
public struct VirtualLine: Codable, Hashable, Sendable {
  public var id: String
  /// Id of the vehicle that runs it.
  public var vehicle: String
  /// Days on which it may be booked.
  public var days: [Availability.Days]
  /// In the order driven, times ascending.
  public var stops: [LineStop]

  public init(id: String, vehicle: String, days: [Availability.Days], stops: [LineStop]) {
    self.id = id
    self.vehicle = vehicle
    self.days = days
    self.stops = stops
  }

  /// Whether the line may be booked on a day.
  public func runs(on date: PlanDate) -> Bool { days.contains { $0.contains(date) } }

  /// When a rider who gets in at a place at a time gets out at another; `nil`: the line has no such ride.
  public func arrival(at place: String, from start: String, leaving time: ClockTime) -> ClockTime? {
    guard let first = stops.firstIndex(where: { $0.place == start && $0.time == time }) else {
      return nil
    }
    return stops[(first + 1)...].first { $0.place == place }?.time
  }
}

public import Planning
public import TravelTimes

/// What a rider asks of the published timetables.
public struct JourneyQuery: Hashable, Sendable {
  /// Seconds since local midnight of the plan's date.
  public enum Time: Hashable, Sendable {
    case departAt(Int)
    case arriveBy(Int)
  }
  public var from: Coordinate
  public var to: Coordinate
  /// What people call the two places; may be empty.
  public var fromName: String
  public var toName: String
  public var time: Time
  /// Seconds after a departure, or before an arrival, in which all ways are asked for; 0: only the best ones at the
  /// time itself. Who would do no worse by waiting until after the window, or by arriving before it, is told that.
  public var window: Int
  public var mostChanges: Int
  /// When the rider asks: booked services whose deadline has passed are left out; `nil`: none is.
  public var bookedAt: LocalMoment?
  /// Whether services that must be booked are wanted.
  public var usesFlex: Bool

  public init(
    from: Coordinate, to: Coordinate, fromName: String = "", toName: String = "", time: Time,
    window: Int = 0, mostChanges: Int = 4, bookedAt: LocalMoment? = nil, usesFlex: Bool = true
  ) {
    self.from = from
    self.to = to
    self.fromName = fromName
    self.toName = toName
    self.time = time
    self.window = window
    self.mostChanges = mostChanges
    self.bookedAt = bookedAt
    self.usesFlex = usesFlex
  }
}

extension JourneyQuery {
  /// Whether a journey lies within the window asked for.
  func holds(_ journey: Journey) -> Bool {
    switch time {
    case .departAt(let time): journey.departure >= time && journey.departure <= time + window
    case .arriveBy(let time): journey.arrival <= time && journey.arrival >= time - window
    }
  }
}

/// What a volunteer has driven in the weeks before a day (R38).
public struct RecentTrips: Hashable, Sendable {
  public var trips: Int
  /// Those of them that were early or late in the day.
  public var earlyOrLate: Int

  public init(trips: Int = 0, earlyOrLate: Int = 0) {
    self.trips = trips
    self.earlyOrLate = earlyOrLate
  }
}

extension Scenario {
  /// Leaves out what people had before the day, which changes from day to day while they stay the same.
  public mutating func forgetHistory() {
    for index in volunteers.indices { volunteers[index].forgetHistory() }
    for index in riders.indices { riders[index].refusedLately = 0 }
  }
}

extension Volunteer {
  public var recentTrips: RecentTrips {
    get { RecentTrips(trips: tripsLately, earlyOrLate: earlyLateTripsLately) }
    set {
      tripsLately = newValue.trips
      earlyLateTripsLately = newValue.earlyOrLate
    }
  }

  /// Leaves out what was driven before the day, which changes from day to day while the volunteer stays the same.
  public mutating func forgetHistory() {
    kilometresThisYear = 0
    recentTrips = RecentTrips()
  }
}

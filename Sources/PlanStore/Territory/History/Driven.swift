public import Planning

/// What a volunteer drove on a day, or had driven in the year when the store began to count.
public struct Driven: Hashable, Sendable {
  public enum Source: String, Codable, Sendable, CaseIterable {
    /// Kilometres of the year up to that day, the day not included, as they were stated; trips of the weeks before it.
    case opening
    /// As the plan that was told has it.
    case plan
    /// As it really was; wins over the plan.
    case actual
  }
  public var volunteer: String
  public var day: PlanDate
  public var source: Source
  public var kilometres: Double
  public var trips: Int
  /// Those of the trips that were early or late in the day (R38).
  public var earlyOrLate: Int
  /// Seconds from leaving to coming back.
  public var duty: Int

  public init(
    volunteer: String, day: PlanDate, source: Source, kilometres: Double, trips: Int = 0,
    earlyOrLate: Int = 0, duty: Int = 0
  ) {
    self.volunteer = volunteer
    self.day = day
    self.source = source
    self.kilometres = kilometres
    self.trips = trips
    self.earlyOrLate = earlyOrLate
    self.duty = duty
  }
}

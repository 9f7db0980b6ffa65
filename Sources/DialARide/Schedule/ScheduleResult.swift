/// Why a sequence of stops has no schedule.
public struct ScheduleConflict: Error, Hashable, Sendable {
  /// The constraint that cannot be kept.
  public enum Rule: String, Codable, Hashable, Sendable, CaseIterable {
    /// The sequence is no route of this vehicle: an unknown, repeated or foreign stop, half a ride, or
    /// a delivery before its pickup.
    case structure
    /// No window of the stop is still open when the vehicle can start service there.
    case window
    /// The vehicle cannot be at its end location before the shift ends.
    case shift
    /// The travel and service between pickup and delivery alone exceed the longest ride time.
    case rideTime
    /// The distance on board exceeds the direct one by more than the request allows.
    case detour
    /// A break is taken with somebody on board though the break does not allow it.
    case breakOnBoard
    /// The vehicle passes its base with somebody on board, or may not pass it at all.
    case baseVisit
    /// The least possible time on duty is longer than the vehicle's `longestDuration`.
    case duration
  }

  public var rule: Rule
  /// Index into the sequence of the first stop found at fault; `stops.count` stands for the end of
  /// the route.
  public var index: Int

  public init(_ rule: Rule, at index: Int) {
    self.rule = rule
    self.index = index
  }
}

/// What the scheduler found for a sequence of stops.
public enum ScheduleResult: Hashable, Sendable {
  case feasible(Schedule)
  case infeasible(ScheduleConflict)

  /// The schedule, if there is one.
  public var schedule: Schedule? {
    if case .feasible(let schedule) = self { schedule } else { nil }
  }

  /// The reason why there is none.
  public var conflict: ScheduleConflict? {
    if case .infeasible(let conflict) = self { conflict } else { nil }
  }
}

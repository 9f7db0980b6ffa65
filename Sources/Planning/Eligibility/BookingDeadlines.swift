/// The last moment at which an offer takes bookings for the day (R58).
public struct BookingDeadline: Hashable, Sendable {
  public let moment: LocalMoment
  /// Later requests are planned as standby rather than refused.
  public let keepsStandby: Bool

  /// - Returns: `nil` where the profile states no deadline.
  public init?(of kind: RuleKind, rules: RuleBook, territory: Territory) {
    guard let days = rules.figure(.cutoffDays(kind)), let time = rules.figure(.cutoffTime(kind))
    else { return nil }
    let isWorking = rules.figure(.cutoffWorkingDays(kind))?.value == 1
    moment = LocalMoment(
      date: territory.date(
        before: Int(days.value), where: { !isWorking || territory.isWorkingDay($0) }),
      time: ClockTime(seconds: RuleBook.seconds(time)))
    keepsStandby = rules.figure(.cutoffStandby(kind))?.value == 1
  }
}

/// The deadlines of the day's offers.
struct BookingDeadlines: Sendable {
  private let byMode: [Mode: BookingDeadline]

  init(_ day: Day) {
    let found = Mode.allCases.compactMap { mode in
      BookingDeadline(of: mode.ruleKind, rules: day.rules, territory: day.scenario.territory)
        .map { (mode, $0) }
    }
    byMode = Dictionary(uniqueKeysWithValues: found)
  }

  /// The deadline of an offer that a booking came after; `nil` where it was in time, or nobody knows when it was made.
  func missed(by booking: Booking, _ mode: Mode) -> BookingDeadline? {
    guard let made = booking.bookedAt, let deadline = byMode[mode], deadline.moment < made else {
      return nil
    }
    return deadline
  }
}

extension Territory {
  /// Monday to Friday, and no holiday.
  public func isWorkingDay(_ date: PlanDate) -> Bool {
    ![.saturday, .sunday].contains(date.weekday) && !holidays.contains(date)
  }

  /// The date so many counted days before the plan's; with none to count back, the day itself or, where it does not
  /// count, the last one before it that does.
  func date(before days: Int, where counts: (PlanDate) -> Bool) -> PlanDate {
    var date = self.date
    var left = days
    while left > 0 || !counts(date) {
      date = date.adding(days: -1)
      if counts(date) { left -= 1 }
    }
    return date
  }
}

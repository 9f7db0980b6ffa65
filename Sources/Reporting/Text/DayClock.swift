import Planning

/// Shows the plan's elapsed seconds as a clock on the wall of the territory would.
struct DayClock: Sendable {
  let date: PlanDate
  private let clock: PlanClock?

  /// An unknown zone shows elapsed time as it is: a report is made of any plan.
  init(date: PlanDate, zone: String) {
    self.date = date
    clock = PlanClock(date: date, timeZone: zone)
  }

  private func time(_ elapsed: Int) -> ClockTime {
    clock?.clockTime(elapsed) ?? ClockTime(seconds: elapsed)
  }

  /// `08:05`, the minute begun; on the day after it starts again at `00:00`.
  func text(_ elapsed: Int) -> String { Self.text(time(elapsed)) }

  static func text(_ time: ClockTime) -> String {
    let minutes = ((time.seconds / 60) % 1440 + 1440) % 1440
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }

  /// The date on which the moment falls.
  func day(_ elapsed: Int) -> PlanDate {
    date.adding(days: Int((Double(time(elapsed).seconds) / 86_400).rounded(.down)))
  }

  /// Seconds since local midnight at which the clock shows that time; `nil` where it never does.
  func elapsed(_ time: ClockTime) -> Int? {
    guard let clock else { return time.seconds }
    return clock.elapsed(time)
  }
}

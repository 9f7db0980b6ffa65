public import Planning

extension BookingRule {
  /// The last moment at which a ride can be booked.
  ///
  /// - Parameters:
  ///   - pickup: when the ride begins, seconds of the clock on `date`.
  ///   - counts: whether a day counts among those of the notice.
  /// - Returns: `nil` where the rule states none.
  public func deadline(
    pickup: Int, on date: PlanDate, where counts: (PlanDate) -> Bool = { _ in true }
  ) -> LocalMoment? {
    switch kind {
    case .realTime: return nil
    case .sameDay:
      guard let noticeLeast else { return nil }
      let seconds = pickup - noticeLeast * 60
      let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
      return LocalMoment(
        date: date.adding(days: days), time: ClockTime(seconds: seconds - days * 86_400))
    case .priorDays:
      guard let lastDay, let lastTime else { return nil }
      var day = date
      var left = lastDay
      // A calendar of the notice that never runs would be counted back for ever.
      for _ in 0..<366 where left > 0 || !counts(day) {
        day = day.adding(days: -1)
        if counts(day) { left -= 1 }
      }
      return LocalMoment(date: day, time: ClockTime(seconds: min(lastTime, 86_399)))
    }
  }
}

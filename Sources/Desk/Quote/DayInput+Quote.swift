public import Planning

extension DayInput {
  /// A desk that answers callers from a plan of this day (R47).
  ///
  /// - Parameter now: until when the plan has been driven; `nil`: it has not begun.
  public func quoteDesk(_ plan: Plan, now: ClockTime? = nil) throws(Failure) -> QuoteDesk {
    let day = try following(plan).day
    let past = now.map { DrivenPast(of: plan, now: day.clock.elapsed($0) ?? $0.seconds) }
    do throws(Faults) {
      return try QuoteDesk(day, plan: plan, past: past)
    } catch {
      throw Failure(reading: error)
    }
  }
}

/// A booking that comes back by a pattern of the week (R17): dialysis on Mondays, Wednesdays and Fridays.
public struct StandingOrder: Codable, Hashable, Sendable {
  /// Rider, legs and all else as on every such day; its id is the order's.
  public var booking: Booking
  /// Days of the week, every day, or single dates besides.
  public var days: [Availability.Days]
  /// First and last day of the pattern; `nil`: open. Dates named in `days` lie outside of the pattern.
  public var firstDay: PlanDate?
  public var lastDay: PlanDate?
  /// Once in so many weeks, counted from the week of `firstDay`; 1: every week.
  public var everyWeeks: Int
  /// Dates on which it does not run, whatever else is said.
  public var except: [PlanDate]
  /// The pattern holds on the territory's holidays too.
  public var onHolidays: Bool
  /// The volunteer whom the rider is used to, preferred to others on such days; empty: none.
  public var usualDriver: String

  public init(
    booking: Booking, days: [Availability.Days] = [], firstDay: PlanDate? = nil,
    lastDay: PlanDate? = nil, everyWeeks: Int = 1, except: [PlanDate] = [],
    onHolidays: Bool = false,
    usualDriver: String = ""
  ) {
    self.booking = booking
    self.days = days
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.everyWeeks = everyWeeks
    self.except = except
    self.onHolidays = onHolidays
    self.usualDriver = usualDriver
  }

  public var id: String { booking.id }
}

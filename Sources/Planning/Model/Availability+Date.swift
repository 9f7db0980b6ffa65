extension Availability.Days {
  /// Whether a row for these days speaks of a date.
  public func contains(_ date: PlanDate) -> Bool {
    switch self {
    case .everyDay: true
    case .weekday(let weekday): date.weekday == weekday
    case .date(let day): day == date
    }
  }

  /// A dated exception wins over a day of the week, and that over every day (R26).
  var precedence: Int {
    switch self {
    case .everyDay: 0
    case .weekday: 1
    case .date: 2
    }
  }
}

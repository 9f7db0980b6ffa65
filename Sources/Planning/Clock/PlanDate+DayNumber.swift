extension PlanDate {
  /// Days since 1 January 1970 in the Gregorian calendar.
  public var dayNumber: Int {
    // Years run from March, so that the leap day is the last of its year.
    let y = month <= 2 ? year - 1 : year
    let m = month <= 2 ? month + 9 : month - 3
    let dayOfYear = (153 * m + 2) / 5 + day - 1
    return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468
  }

  /// The date that many days later; earlier where `days` is negative.
  public func adding(days: Int) -> PlanDate {
    var date = self
    date.day += days
    while date.day < 1 {
      date.month -= 1
      if date.month == 0 { (date.month, date.year) = (12, date.year - 1) }
      date.day += PlanDate.days(inMonth: date.month, of: date.year)
    }
    while date.day > PlanDate.days(inMonth: date.month, of: date.year) {
      date.day -= PlanDate.days(inMonth: date.month, of: date.year)
      date.month += 1
      if date.month == 13 { (date.month, date.year) = (1, date.year + 1) }
    }
    return date
  }
}

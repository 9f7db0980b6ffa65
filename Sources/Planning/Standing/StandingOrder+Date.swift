extension StandingOrder {
  /// Whether the order runs on a date.
  ///
  /// An exception wins over everything, a date named in `days` over the pattern, its bounds and holidays.
  public func runs(on date: PlanDate, holidays: [PlanDate]) -> Bool {
    if except.contains(date) { return false }
    if days.contains(.date(date)) { return true }
    guard onHolidays || !holidays.contains(date), days.contains(where: { $0.contains(date) }),
      firstDay.map({ $0 <= date }) ?? true, lastDay.map({ date <= $0 }) ?? true
    else { return false }
    guard everyWeeks > 1, let firstDay else { return true }
    return (date.week - firstDay.week) % everyWeeks == 0
  }

  /// The booking of a date, with ids that only the order and the date decide: `d12:2026-11-25`, of the leg `d12-1`
  /// `d12-1:2026-11-25`.
  public func booking(on date: PlanDate) -> Booking {
    var dated = booking
    dated.id = Self.id(booking.id, on: date)
    for index in dated.legs.indices {
      dated.legs[index].id = Self.id(booking.legs[index].id, on: date)
    }
    return dated
  }

  /// Whether a booking of this id was made from the order, on whatever date.
  func made(_ id: String) -> Bool {
    guard id.hasPrefix(booking.id + ":") else { return false }
    return PlanDate(String(id.dropFirst(booking.id.count + 1))) != nil
  }

  private static func id(_ id: String, on date: PlanDate) -> String { id + ":" + date.text }
}

extension PlanDate {
  /// Number of the week, Monday to Sunday, that the date lies in.
  fileprivate var week: Int { Int((Double(dayNumber + 3) / 7).rounded(.down)) }
}

internal import ArgumentParser
internal import Planning

/// The month or year that a report is of, `2026-11` or `2026`.
struct ReportPeriod: Hashable {
  let year: Int
  /// `nil`: the whole year.
  let month: Int?

  init(year: Int, month: Int? = nil) {
    self.year = year
    self.month = month
  }

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Int(first), parts.count <= 2 else {
      return nil
    }
    self.year = year
    guard parts.count == 2 else {
      month = nil
      return
    }
    guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
      return nil
    }
    self.month = month
  }

  func contains(_ date: PlanDate) -> Bool {
    date.year == year && month.map { $0 == date.month } ?? true
  }

  /// First and last day; without a period, of all.
  static func bounds(_ period: ReportPeriod?) -> (first: PlanDate, last: PlanDate) {
    guard let period else {
      return (PlanDate(year: 1, month: 1, day: 1), PlanDate(year: 9999, month: 12, day: 31))
    }
    let (first, last) = (period.month ?? 1, period.month ?? 12)
    return (
      PlanDate(year: period.year, month: first, day: 1),
      PlanDate(
        year: period.year, month: last, day: PlanDate.days(inMonth: last, of: period.year))
    )
  }

  var text: String {
    guard let month else { return "\(year)" }
    return "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
  }
}

extension ReportPeriod: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

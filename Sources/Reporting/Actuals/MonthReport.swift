public import Planning

/// What a month, or any days, came to: planned and done, day by day and in all.
public struct MonthReport: Sendable {
  private let days: [(date: PlanDate, totals: ActualsTotals)]
  private let title: String
  private let formats: Formats

  /// - Parameter days: in any order.
  public init(_ days: [DayActuals], language: Language) {
    self.days = days.map { (date: $0.plan.date, totals: ActualsTotals($0)) }
      .sorted { $0.date < $1.date }
    title = Set(days.map(\.plan.territoryName)).sorted().joined(separator: ", ")
    formats = Formats(language)
  }

  private var sum: ActualsTotals { days.map { $0.totals }.reduce(ActualsTotals(), +) }

  /// For the terminal: a line a day, then all of them.
  public var text: String {
    var grid = TextGrid(right: Set(1...6))
    grid.append([
      formats.say(fr: "jour", en: "day"), formats.say(fr: "prévus", en: "planned"),
      formats.say(fr: "faits", en: "done"), formats.say(fr: "absents", en: "not there"),
      formats.say(fr: "annulés", en: "cancelled"), formats.say(fr: "non assurés", en: "not met"),
      "km",
    ])
    for (date, totals) in days {
      func count(_ statuses: Actual.Status...) -> String {
        "\(statuses.reduce(0) { $0 + (totals.byStatus[$1.rawValue] ?? 0) })"
      }
      grid.append([
        formats.shortDate(date), "\(totals.plannedLegs)", count(.done), count(.noShow),
        count(.cancelledOnSpot, .lateCancel), count(.unmet, .refusedAtDoor),
        formats.number(Double(totals.drivenMetres) / 1000, decimals: 1),
      ])
    }
    let heading =
      title + ", "
      + formats.count(
        days.count, Bilingual(fr: "jour", en: "day"), Bilingual(fr: "jours", en: "days")) + "\n"
    return heading + (days.count > 1 ? grid.text + "\n" : "")
      + TotalsTable([("", sum)], formats).text
  }

  /// `month.csv`: one row a figure, one column a day and one for their sum.
  public var table: String {
    let columns = days.map { (title: formats.shortDate($0.date), totals: $0.totals) }
    let total = (title: formats.say(fr: "total", en: "total"), totals: sum)
    return TotalsTable(columns + [total], formats).csv
  }

  /// For programs.
  public var document: MonthDocument {
    MonthDocument(
      days: days.map { MonthDocument.Day(date: $0.date.text, totals: $0.totals) }, total: sum)
  }
}

/// A month for programs: metres, and counts.
public struct MonthDocument: Sendable, Encodable {
  struct Day: Sendable, Encodable {
    let date: String
    let totals: ActualsTotals
  }
  let days: [Day]
  let total: ActualsTotals
}

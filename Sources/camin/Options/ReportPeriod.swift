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

  var text: String {
    guard let month else { return "\(year)" }
    return "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
  }
}

extension ReportPeriod: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

/// Plans, their days and what was noted of them.
struct ActualsOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr: """
          Les plans roulés : dossiers écrits par « camin plan », ou fichiers plan.json ; un tableau actuals.csv à côté est \
          lu avec.
          """,
        en: """
          The plans driven: folders that “camin plan” wrote, or plan.json files; a table actuals.csv beside is read with \
          them.
          """),
      valueName: "plan"),
    completion: .file())
  var plans: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        fr: "Les journées de ces plans, dans n’importe quel ordre.",
        en: "The days of these plans, in any order."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var scenario: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        fr: "Tableaux de ce qui a été fait, d’un ou de plusieurs jours (voir camin help actuals).",
        en: "Tables of what was done, of one or several days (see camin help actuals)."),
      valueName: say(fr: "tableau", en: "table")),
    completion: .file(extensions: ["csv"]))
  var actuals: [String] = []

  @OptionGroup var travel: RoadsOption

  func input(_ period: ReportPeriod?) throws(Failure) -> ActualsInput {
    try ActualsInput(
      plans: plans, scenarios: scenario, tables: actuals, period: period, roads: travel)
  }
}

internal import ArgumentParser
internal import Desk

/// Plans, their days and what was noted of them.
struct ActualsOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr: """
          Les plans roulés : dossiers écrits par « camin plan », ou fichiers plan.json (un tableau actuals.csv à côté est \
          lu avec) ; ou la base du territoire, avec ce que « camin record » y a noté.
          """,
        en: """
          The plans driven: folders that “camin plan” wrote, or plan.json files (a table actuals.csv beside is read with \
          them); or the territory's store, with what “camin record” has noted there.
          """),
      valueName: "plan"),
    completion: .file())
  var plans: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        fr: "Les journées de ces plans, dans n’importe quel ordre ; d’une base, aucune.",
        en: "The days of these plans, in any order; none of a store."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var scenario: [String] = []

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

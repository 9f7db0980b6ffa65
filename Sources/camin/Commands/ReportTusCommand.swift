internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin report tus`: the yearly report on transport d'utilité sociale (R61).
struct ReportTusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tus",
      abstract: say(
        fr: "Le rapport annuel de transport d’utilité sociale.",
        en: "The yearly report on transport d’utilité sociale."),
      discussion: say(
        fr: """
          Ce que l’association adresse au préfet avant le 1er mars : conducteurs, bénéficiaires par critère, véhicules et \
          capacité moyenne, participation demandée, nombre de trajets et distance moyenne (décret 2019-850), d’après ce \
          qui a été noté (voir camin help actuals). Ce dont rien n’est noté est dit, et n’est pas compté.

            camin report tus plan-2026-* --scenario jours/* --year 2026
          """,
        en: """
          What the association tells the prefect before 1 March: drivers, beneficiaries by criterion, vehicles and mean \
          capacity, participation asked, number of trips and mean distance (décret 2019-850), from what was noted (see \
          camin help actuals). What nothing was noted of is told, and not counted.

            camin report tus plan-2026-* --scenario days/* --year 2026
          """))
  }

  @OptionGroup var days: ActualsOptions

  @Option(
    help: ArgumentHelp(
      say(fr: "L’année du rapport.", en: "The year of the report."),
      valueName: say(fr: "année", en: "year")))
  var year: Int

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Failure.refuse(csv: csv, json: output.json)
    let input = try days.input(ReportPeriod(year: year))
    Warnings.show(input.warnings, output)
    let figures = SocialTransportYear(year, of: input.days)
    guard !output.json else { return try JSONOutput.write(figures) }
    let report = SocialTransportReport(
      figures, territory: input.territory, language: output.language)
    try Console.write(csv ? report.table : report.text)
  }
}

internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin report month`: what a month, or any days, came to (R61).
struct ReportMonthCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "month",
      abstract: say(
        fr: "Le bilan d’un mois : prévu et fait.", en: "What a month came to: planned and done."),
      discussion: say(
        fr: """
          Trajets faits, passagers absents, annulations, ponctualité relevée, kilomètres, jour par jour et en tout, \
          d’après ce qui a été noté (voir camin help actuals). Ce dont rien n’est noté est dit, et n’est pas compté.

            camin report month plan-* --scenario jours/* --month 2026-11
          """,
        en: """
          Trips done, riders not there, cancellations, punctuality as noted, kilometres, day by day and in all, from \
          what was noted (see camin help actuals). What nothing was noted of is told, and not counted.

            camin report month plan-* --scenario days/* --month 2026-11
          """))
  }

  @OptionGroup var days: ActualsOptions

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Le mois, 2026-11, ou l’année ; sans indication, tous les jours donnés.",
        en: "The month, 2026-11, or the year; all days given unless told otherwise."),
      valueName: say(fr: "mois", en: "month")))
  var month: ReportPeriod?

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Failure.refuse(csv: csv, json: output.json)
    let input = try days.input(month)
    Warnings.show(input.warnings, output)
    let report = MonthReport(input.days, language: output.language)
    guard !output.json else { return try JSONOutput.write(report.document) }
    try Console.write(csv ? report.table : report.text)
  }
}

internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin report volunteers`: what each volunteer is reimbursed for a month or a year (R61).
struct ReportVolunteersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "volunteers",
      abstract: say(
        fr: "Les kilomètres à rembourser à chaque bénévole.",
        en: "Kilometres to be reimbursed to each volunteer."),
      discussion: say(
        fr: """
          Du domicile au domicile, au tarif du profil des bénévoles en vigueur ce jour-là (rate), et jusqu’au plafond \
          annuel si le profil en a un (reimbursed_most). Les kilomètres relevés comptent ; à défaut, ceux du chemin prévu \
          par les arrêts faits. Une tournée dont rien n’est noté n’est pas remboursée, et le rapport le dit.

            camin report volunteers plan-* --scenario jours/* --month 2026-11 --csv
          """,
        en: """
          From home back to home, at the rate of the volunteers' profile in force on the day (rate), and up to the yearly \
          cap where the profile has one (reimbursed_most). Kilometres noted count; failing those, the planned way over \
          the stops made. A run of which nothing was noted is not reimbursed, and the report says so.

            camin report volunteers plan-* --scenario days/* --month 2026-11 --csv
          """))
  }

  @OptionGroup var days: ActualsOptions

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Le mois, 2026-11, ou l’année, 2026 ; sans indication, tous les jours donnés.",
        en: "The month, 2026-11, or the year, 2026; all days given unless told otherwise."),
      valueName: say(fr: "mois", en: "month")))
  var month: ReportPeriod?

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Failure.refuse(csv: csv, json: output.json)
    let input = try days.input(month)
    try refuseTwoYears(input)
    Warnings.show(input.warnings, output)
    let accounts = VolunteerAccounts(input.days)
    guard !output.json else { return try JSONOutput.write(accounts) }
    let formats = Formats(output.language)
    let report = VolunteersReport(
      accounts, territory: input.territory,
      period: month?.text
        ?? formats.count(
          input.days.count, Bilingual(fr: "jour", en: "day"), Bilingual(fr: "jours", en: "days")),
      language: output.language)
    try Console.write(csv ? report.table : report.text)
  }

  /// Kilometres of the year, and what is left of a cap, are those of one year.
  private func refuseTwoYears(_ input: ActualsInput) throws(Failure) {
    let years = Set(input.days.map(\.plan.date.year)).sorted()
    guard years.count > 1 else { return }
    throw Failure(
      .usage,
      [
        .option(
          "--month", years.map(String.init).joined(separator: ", "),
          Bilingual(
            fr: "Les jours sont de plusieurs années : choisissez-en une, --month \(years[0]).",
            en: "The days are of several years: choose one, --month \(years[0])."))
      ])
  }
}

internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin report impact`: what plans of one or several days come to (R62).
struct ReportImpactCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "impact",
      abstract: say(
        fr: "Mesurer l’effet des plans d’un ou de plusieurs jours.",
        en: "Measure what plans of one or several days come to."),
      discussion: say(
        fr: """
          Trajets demandés, servis et refusés, kilomètres et part à vide (domiciles des bénévoles compris), occupation, \
          détours, attentes, coût par trajet et par offre, km remboursés, CO2 comparé à ce qui se passerait sans le \
          service ; chaque indicateur avec sa formule. Chaque plan est jugé avec sa journée (--scenario, dans n’importe quel \
          ordre ; une base connaît celle de ses plans).

            camin report impact demain/ --scenario Scenarios/lot-small
            camin report impact lot.camin --date 2026-11-25
            camin report impact plan-* --scenario jours/* --factors ademe-base-carbone --baseline relative --csv

          Se termine par 0 une fois les plans lus, même s’ils enfreignent des règles (dont le nombre est dit) ; par 64 pour \
          une option fausse ou d’autres temps de route, par 65 pour un plan, une journée ou des facteurs à corriger (toutes \
          les fautes à la fois), par 66 si un fichier manque.
          """,
        en: """
          Legs asked, served and refused, kilometres and their empty share (volunteers' homes included), occupancy, detours, \
          waits, cost by trip and mode, kilometres reimbursed, CO2 against what would be without the service; each \
          indicator with its formula. Each plan is judged with its day (--scenario, in any order).

            camin report impact tomorrow/ --scenario Scenarios/lot-small
            camin report impact plan-* --scenario days/* --factors ademe-base-carbone --baseline relative --csv

          Ends with 0 once the plans are read, also where they break rules (their number is told); with 64 for a \
          wrong option or other road times, with 65 for a plan, day or factors to be mended (all faults at once), \
          with 66 where a file is missing.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr:
          "Les plans : dossiers écrits par « camin plan », fichiers plan.json, ou jours d’une base "
          + "(lot.camin@2026-11-25, ou lot.camin avec --date).",
        en: "The plans: folders that “camin plan” wrote, plan.json files, or days of a store "
          + "(lot.camin@2026-11-25, or lot.camin with --date)."),
      valueName: "plan"),
    completion: .file())
  var plans: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        fr:
          "Les journées de ces plans, dans n’importe quel ordre ; une base connaît celles des siens.",
        en: "The days of these plans, in any order; a store knows those of its own."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var scenario: [String] = []

  @OptionGroup var day: StoreDayOption
  @OptionGroup var impact: ImpactOptions

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var travel: RoadsOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Failure.refuse(csv: csv, json: output.json)
    let baselines = try impact.baselines()
    let factors = try impact.emissionFactors()
    try requireDays()
    let items = try ImpactInput(
      plans: plans.map(day.planPath), scenarios: scenario.map { try day.path($0) }, roads: travel
    ).items
    let names = Set(items.map(\.plan.territoryName)).sorted()
    let report = ImpactReport(
      items.map { ($0.plan.date, $0.totals) }, territory: names.joined(separator: ", "),
      factors: factors, baselines: baselines, language: output.language)
    guard !output.json else { return try JSONOutput.write(report.document) }
    try Console.write(csv ? report.table : report.text)
  }
}

extension ReportImpactCommand {
  /// Of plans in files nobody but the user knows the days.
  private func requireDays() throws(Failure) {
    guard scenario.isEmpty else { return }
    var areAllKept = true
    for plan in plans {
      if case .files = try DaySource(day.planPath(plan)) { areAllKept = false }
    }
    guard !areAllKept else { return }
    throw Failure(
      .usage,
      [
        .option(
          "--scenario", "",
          Bilingual(
            fr: "Donnez les journées de ces plans : --scenario DOSSIER….",
            en: "Give the days of these plans: --scenario FOLDER…."))
      ])
  }
}

extension Failure {
  /// Two forms of output at once cannot be had.
  static func refuse(csv: Bool, json: Bool) throws(Failure) {
    guard csv, json else { return }
    throw Failure(
      .usage,
      [
        .option(
          "--csv", "--json",
          Bilingual(fr: "Demandez l’un ou l’autre.", en: "Ask for one or the other."))
      ])
  }
}

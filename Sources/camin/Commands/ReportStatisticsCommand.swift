internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning
internal import Reporting

/// `camin report statistics`: riders and legs by coarse codes, without telling of anybody.
struct ReportStatisticsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "statistics",
      abstract: say(
        fr: "Compter voyageurs et trajets par objet, âge, financement, commune et priorité.",
        en: "Count riders and legs by purpose, age band, funding, commune and priority."),
      discussion: say(
        fr: """
          Les codes viennent d’un tableau à part (reservation ; objet ; tranche_age ; financement ; commune), que le calcul \
          du plan ne voit jamais ; une ligne peut nommer une commande permanente. La priorité vient de la demande. Les codes \
          de moins de voyageurs que report_least_riders (profil de l’objectif) sont réunis, et ce qui permettrait de les \
          retrouver est tu.

            camin report statistics Scenarios/lot-small demain/plan.json codes.csv
          """,
        en: """
          The codes come from a table of its own (booking ; purpose ; age_band ; funding ; commune), which planning never \
          sees; a row may name a standing order. The priority is the booking’s own. Codes with fewer riders than \
          report_least_riders (profile of the objective) are put together, and what would give them away is left out.

            camin report statistics Scenarios/lot-small tomorrow/plan.json codes.csv
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "Tableau CSV des codes.", en: "CSV table of the codes."),
      valueName: say(fr: "codes", en: "codes")),
    completion: .file(extensions: ["csv"]))
  var codes: String

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    if csv, output.json {
      throw Failure(
        .usage,
        [
          .option(
            "--csv", "--json",
            Bilingual(fr: "Demandez l’un ou l’autre.", en: "Ask for one or the other."))
        ])
    }
    let (input, plan) = try DayInput(scenario.path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    let read: (codes: [StatisticsCodes], warnings: [Fault])
    do throws(Faults) {
      read = try StatisticsFile.read(codes)
    } catch {
      throw Failure(reading: error)
    }
    Warnings.show(read.warnings, output)
    guard let count = StatisticsCount(of: plan, on: input.day, codes: read.codes) else {
      throw Failure(.badData, [.noLeastRiders(input.day.rules.profile(.objective).id)])
    }
    guard !output.json else { return try JSONOutput.write(count) }
    let report = StatisticsReport(count, of: plan, language: output.language)
    try Console.write(csv ? report.table : report.text)
  }
}

extension Fault {
  fileprivate static func noLeastRiders(_ profile: String) -> Fault {
    Fault(
      code: "missing-figure", place: FaultPlace(file: profile), field: "report_least_riders",
      value: "",
      cause: Bilingual(
        fr: "Le profil ne dit pas de combien de voyageurs un chiffre peut être publié.",
        en: "The profile does not say of how many riders a figure may be told."),
      remedy: Bilingual(
        fr: "Ajoutez report_least_riders (count) au profil de l’objectif.",
        en: "Add report_least_riders (count) to the profile of the objective."))
  }
}

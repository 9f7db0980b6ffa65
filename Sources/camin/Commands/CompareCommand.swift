internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning
internal import Reporting

/// `camin compare`: what pooling the offers is worth, or how two plans of a day differ (R48, R62).
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: say(
        fr: "Comparer un jour planifié à part et en commun, ou deux plans.",
        en: "Compare a day planned apart and pooled, or two plans."),
      discussion: say(
        fr: """
          Sans plan, planifie la même journée deux fois, avec le même solveur et le même temps total : chaque offre seule \
          (VSL et taxis, TAD, bénévoles), puis toutes en commun. Avec deux plans, compare ceux-ci. Dit trajets servis, \
          kilomètres, part à vide, occupation, coût par offre et CO2, côte à côte. Les décisions (verrous) qui passent d’une \
          offre à l’autre sont dites.

            camin compare Scenarios/lot-small --time-limit 10
            camin compare Scenarios/lot-small hier/ aujourdhui/ --out comparaison

          Avec --out, écrit comparison.html, comparison.csv et comparison.json, et les deux plans (apart.json, pooled.json, \
          que « camin check » vérifie).

          Se termine par 0 si les deux plans respectent toutes les règles, par 1 sinon (le tableau est écrit quand même), \
          par 64, 65, 66, 69 ou 73 comme les autres commandes, par 130 si le calcul est interrompu.
          """,
        en: """
          Without plans, plans the same day twice, with the same solver and the same total time: each offer by itself (VSL and \
          taxis, DRT, volunteers), then all of them pooled. With two plans, compares these. Tells legs served, kilometres, \
          empty share, occupancy, cost by mode and CO2, side by side. Decisions (locks) that cross from one offer to \
          another are told.

            camin compare Scenarios/lot-small --time-limit 10
            camin compare Scenarios/lot-small yesterday/ today/ --out comparison

          With --out, writes comparison.html, comparison.csv and comparison.json, and the two plans (apart.json, \
          pooled.json, which “camin check” checks).

          Ends with 0 where both plans keep every rule, with 1 otherwise (the table is written all the same), with 64, 65, \
          66, 69 or 73 as other commands do, with 130 where the search is interrupted.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument

  @Argument(
    help: ArgumentHelp(
      say(
        fr:
          "Deux plans de cette journée : dossiers ou fichiers plan.json. Sans eux : à part et en commun.",
        en: "Two plans of this day: folders or plan.json files. Without them: apart and pooled."),
      valueName: "plan"),
    completion: .file())
  var plans: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Dossier où écrire la comparaison. Une comparaison précédente y est remplacée.",
        en: "Folder to write the comparison to. An earlier one there is replaced."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "À part, demander aux bénévoles ce que le TAD refuse.",
        en: "Apart, ask the volunteers for what the DRT refuses.")))
  var handOn = false

  @OptionGroup var impact: ImpactOptions

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Failure.refuse(csv: csv, json: output.json)
    try checkPlans()
    let baselines = try impact.baselines()
    let options = try limits.solverOptions()
    let factors = try impact.emissionFactors()
    let input = try DayInput(scenario.path, roads: scenario.travel.choice)
    Warnings.show(input.warnings, output)
    let folder = out.map { OutputFolder(path: $0, content: .comparison) }
    try folder?.check()
    let comparison =
      try plans.isEmpty
      ? PlanComparison(input, handsOn: handOn, options: options, output: output)
      : PlanComparison(input, plans: plans)
    let report = comparison.report(
      factors: factors, baselines: baselines, language: output.language)
    try folder?.replace(with: comparison.files(report))
    try show(comparison, report)
    if comparison.breaksRules { throw ExitCode(ExitStatus.violations.rawValue) }
  }

  private func checkPlans() throws(Failure) {
    guard ![0, 2].contains(plans.count) else { return }
    throw Failure(
      .usage,
      [
        .option(
          "plan", plans.joined(separator: " "),
          Bilingual(fr: "Donnez deux plans, ou aucun.", en: "Give two plans, or none."))
      ])
  }

  private func show(_ comparison: PlanComparison, _ report: ComparisonReport) throws {
    if output.json { return try JSONOutput.write(comparison.result(report)) }
    if csv { return try Console.write(report.table) }
    guard !output.quiet || comparison.breaksRules else { return }
    var text = report.text
    for side in comparison.sides where !side.violations.isEmpty {
      let list = ViolationList(
        violations: side.violations, clock: comparison.input.day.clock,
        language: output.language)
      text += "\n" + side.title[output.language] + "\n" + list.text
    }
    if let out { text += "\n" + say(fr: "Écrit dans ", en: "Written to ") + out + "\n" }
    try Console.write(text)
  }
}

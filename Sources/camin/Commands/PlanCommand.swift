internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning
internal import Reporting

/// `camin plan`: tomorrow's runs.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: say(fr: "Préparer les tournées d’un jour.", en: "Plan the runs of a day."),
      discussion: say(
        fr: """
          Écrit plan.json, runs.csv, unserved.csv, plan.geojson et plan.html (à ouvrir dans un navigateur, ou à \
          imprimer) dans un dossier, tous ensemble ou pas du tout, et résume le plan. Chaque plan est vérifié, \
          règle par règle, avant d’être écrit.

            camin plan Scenarios/lot-small --out demain --time-limit 30

          Un plan annoncé se refait avec --previous : peu de changements, et la liste de ceux qu’il faut dire.

            camin plan Scenarios/lot-small --previous demain/plan.json --out soir

          Avec --robust, une partie du temps sert à simuler le plan et à desserrer ses enchaînements : moins de \
          passagers en retard, au prix dit par le résumé (voir camin help rehearse).

          Avec --papers, les feuilles de route, listes et messages sont faits du même coup (voir camin help sheets).

          Ctrl-C arrête le calcul et écrit le meilleur plan trouvé ; un second Ctrl-C abandonne sans rien écrire.
          """,
        en: """
          Writes plan.json, runs.csv, unserved.csv, plan.geojson and plan.html (to be opened in a browser, or \
          printed) to a folder, all together or not at all, and sums the plan up. Every plan is checked, rule by \
          rule, before it is written.

            camin plan Scenarios/lot-small --out tomorrow --time-limit 30

          A plan already told is made anew with --previous: few changes, and the list of those to be told.

            camin plan Scenarios/lot-small --previous tomorrow/plan.json --out evening

          With --robust part of the time goes into rehearsing the plan and loosening its connections: fewer riders \
          are late, at the price that the summary tells (see camin help rehearse).

          With --papers run sheets, lists and messages are made at once (see camin help sheets).

          Ctrl-C ends the search and writes the best plan found; a second Ctrl-C gives up and writes nothing.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Dossier où écrire ; plan-DATE sans indication. Un plan précédent y est remplacé.",
        en: "Folder to write to; plan-DATE unless given. An earlier plan there is replaced."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Journal où noter ce plan (voir camin help journal).",
        en: "Journal to note this plan in (see camin help journal)."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var journal: String?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Desserrer ce qui, en simulant le plan, met des passagers en retard.",
        en: "Loosen what makes riders late when the plan is rehearsed.")))
  var robust = false

  @Flag(
    help: ArgumentHelp(
      say(
        fr:
          "Préparer la journée sans les demandes en erreur, qui sont nommées ; se termine alors par 3.",
        en: "Plan the day without the bookings at fault, which are named; ends with 3 then.")))
  var leaveOutFaulty = false

  @OptionGroup var role: RoleOption
  @OptionGroup var previous: PreviousOption
  @OptionGroup var certificate: CertificateOption
  @OptionGroup var paper: PaperOptions
  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try limits.solverOptions()
    let role = try role.id()
    let path = try scenario.path
    let keeper = try StoreKeeper(path)
    let input = try DayInput(
      path, roads: scenario.travel.choice, after: previous.plan(), leavesOutFaulty: leaveOutFaulty,
      followsTold: true)
    try refuseRobust(after: input.published)
    try input.checkFrozenRuns()
    Warnings.show(input.warnings, output)
    let folder = OutputFolder(
      path: out ?? "plan-" + input.scenario.territory.date.text, content: .plan)
    try folder.check()
    let prepared = try paper.prepared(input.scenario.territory, besides: folder.path, output)
    let journal = try journal.map { path throws(Failure) in try Journal(path) }
    let compiled = try input.compiled()
    let search = PlanSearch(
      input: input, compiled: compiled, options: options, isRobust: robust, output: output)
    let found = try search.run()
    let outcome = found.outcome
    var made = try showingReasons(after: outcome) { try search.plan(from: found) }
    let undrawn =
      made.drawRoads(of: input.travel)
      + made.findAlternatives(of: input, in: try DaySource(path).base)
    Warnings.show(undrawn, output)
    let files = try made.files(language: output.language)
    let kept = try keeper?.keep(made, document: files[0].bytes, role: role)
    try folder.replace(with: files)
    try journal?.add(made, document: files[0].bytes)
    let papers = try prepared?.write(made, of: input, number: kept?.number)
    let names = files.map(\.name)
    if output.json {
      try JSONOutput.write(
        PlanResult(
          made, folder: folder.path, files: names, warnings: input.warnings + undrawn, outcome,
          robust: found.robust, papers: papers))
    } else if !output.quiet {
      let gain = found.robust.map { RobustWords($0, output.language).text } ?? ""
      try Console.write(
        gain + summary(made, folder: folder.path, files: names)
          + (kept.map(StoreKeeper.words) ?? "")
          + (papers.map { SheetsWords(language: output.language).summary($0) } ?? ""))
    }
    try certificate.write(outcome.result, of: compiled.problem)
    let isPartial = input.warnings.contains { $0.code == Fault.leftOutCode }
    if isPartial { throw ExitCode(ExitStatus.partial.rawValue) }
  }

  /// What was told has times of its own, which slack would move.
  private func refuseRobust(after published: PublishedPlan?) throws(Failure) {
    guard robust, published != nil else { return }
    let remedy =
      previous.previous == nil
      ? Bilingual(
        fr: "Un plan de ce jour est déjà annoncé, et ne se desserre plus : retirez --robust.",
        en: "A plan of this day was told already, and is not loosened any more: leave --robust out."
      )
      : Bilingual(
        fr: "Un plan déjà annoncé ne se desserre plus : retirez l’un des deux.",
        en: "A plan that was told is not loosened any more: leave one of the two out.")
    throw Failure(
      .usage, [.option("--robust", previous.previous == nil ? "" : "--previous", remedy)])
  }

  /// On a big day the reasons take longer than the patience of somebody who sees nothing.
  private func showingReasons(
    after outcome: SearchRunner.Outcome, _ work: () throws -> MadePlan
  ) throws -> MadePlan {
    guard outcome.leavesSomebody else { return try work() }
    return try WorkDisplay.during(
      say(
        fr: "Recherche des raisons de ce qui n’est pas servi",
        en: "Finding the reasons of what is not served"), output
    ) { _ in try work() }
  }

  private func summary(_ made: MadePlan, folder: String, files: [String]) -> String {
    var text = made.report(output.language).summary + "\n"
    if !made.decided.isEmpty {
      let list = ViolationList(
        violations: made.decided, clock: made.day.clock, language: output.language)
      text += say(
        fr: "Contraire aux règles, mais décidé par la coordination :\n",
        en: "Against the rules, but decided by the coordinator:\n")
      text += list.text + "\n"
    }
    return text + say(fr: "Écrit dans ", en: "Written to ") + folder + say(fr: " : ", en: ": ")
      + files.joined(separator: ", ") + "\n"
  }
}

internal import ArgumentParser
internal import Desk
internal import Interchange
internal import PlanStore
internal import Planning

/// `camin export`: a day of a store as a scenario.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        fr: "Écrire un jour de la base comme scénario.",
        en: "Write a day of the store as a scenario."),
      discussion: say(
        fr: """
          Écrit ce que « camin plan » en lirait : demandes du jour, commandes permanentes comprises, et ceux qu’il \
          concerne. --all écrit tout ce qui est en vigueur, commandes permanentes telles quelles.

            camin export lot.camin --date 2026-11-25 --out mercredi
          """,
        en: """
          Writes what “camin plan” would read of it: the day's bookings, those of standing orders included, and whom they \
          concern. --all writes all that is in force, standing orders as such.

            camin export lot.camin --date 2026-11-25 --out wednesday
          """))
  }

  @OptionGroup var store: StoreArgument
  @OptionGroup var day: DayOption

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Dossier où écrire le scénario, ou fichier s’il finit par .json.",
        en: "Folder to write the scenario to, or a file where it ends in .json."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Tout ce qui est en vigueur ce jour-là, et non ce que le jour demande.",
        en: "All that is in force on that day, rather than what the day needs.")))
  var all = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Écrire aussi le dernier plan du jour dans ce fichier (plan.json).",
        en: "Write the last plan of the day to this file too (a plan.json)."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Written: Encodable {
    let out: String
    let date: String
    let scenarioHash: String
    let plan: String?
    let warnings: [FaultItem]
  }

  func run() throws {
    let date = try day.day()
    let (found, stored) = try storing {
      try StoreReading.open(store.path, output).look { view in
        (
          try StoreDay(view, on: date, extent: all ? .everything : .day),
          try plan.map { _ in try view.requiredPlan(of: date) }
        )
      }
    }
    var scenario = found.scenario
    scenario.territory.roads = StoreImport.roads(of: scenario, at: store.path, in: inner)
    Warnings.show(found.warnings, output)
    if out.hasSuffix(".json") {
      try OutputDocument.write(ScenarioDocument.text(scenario), to: out)
    } else {
      try OutputFolder(path: out, content: .scenario).replace(
        with: ScenarioFolder.files(scenario, language: output.lang ?? .french))
    }
    if let plan, let stored {
      guard let document = stored.document else {
        throw Failure(StoreError(.purged(date), path: store.path))
      }
      try OutputDocument.write(document, to: plan)
    }
    if output.json {
      try JSONOutput.write(
        Written(
          out: out, date: date.text, scenarioHash: ScenarioDocument.hash(scenario), plan: plan,
          warnings: found.warnings.map(FaultItem.init)))
    } else if !output.quiet {
      let files = ([out] + [plan].compactMap(\.self)).joined(separator: ", ")
      try Console.write(say(fr: "Écrit : ", en: "Written: ") + files + "\n")
    }
  }

  /// A file beside those of the scenario, from whose folder its roads are named.
  private var inner: String { out.hasSuffix(".json") ? out : out + "/territory.json" }
}

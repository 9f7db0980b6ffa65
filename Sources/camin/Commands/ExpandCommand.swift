internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Planning

/// `camin scenario expand`: the bookings of a date from standing orders.
struct ExpandCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "expand",
      abstract: say(
        fr: "Créer les demandes d’un jour à partir des commandes permanentes.",
        en: "Make the bookings of a day from standing orders."),
      discussion: say(
        fr: """
          Les commandes permanentes (standing.csv : dialyse lundi, mercredi et vendredi, …) qui valent pour la date \
          deviennent des demandes datées, par exemple d12:2026-11-25. Recommencer ne change rien : une demande déjà là \
          reste comme la coordination l’a modifiée. Les demandes d’un autre jour que la date restent de côté.

            camin scenario expand semaine --date 2026-11-25 --out mercredi
            camin plan mercredi
          """,
        en: """
          The standing orders (standing.csv: dialysis on Monday, Wednesday and Friday, …) that run on the date become \
          dated bookings, e.g. d12:2026-11-25. Doing it again changes nothing: a booking that is there already stays as \
          the coordinator has changed it. Bookings of another day than the date are left behind.

            camin scenario expand week --date 2026-11-25 --out wednesday
            camin plan wednesday
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Le scénario : dossier de fichiers CSV, fichier JSON, ou base avec --date.",
        en: "The scenario: a folder of CSV files, a JSON file, or a store with --date."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var path: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Jour, par exemple 2026-11-25 ; sans lui, celui du scénario.",
        en: "The day, e.g. 2026-11-25; by default the scenario's."), valueName: "date"))
  var date: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Dossier où écrire la journée, ou fichier s’il finit par .json.",
        en: "Folder to write the day to, or a file where it ends in .json."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Made: Encodable {
    let out: String
    let date: String
    /// Ids of bookings made, and of those that were there already.
    let added: [String]
    let kept: [String]
    /// Ids of orders that do not run on the date.
    let resting: [String]
    /// Ids of bookings left behind, which are of another day.
    let left: [String]
    let warnings: [FaultItem]
  }

  func run() throws {
    let day = try date.map { text throws(Failure) in try ProfileInput.date(text) }
    let source = try DaySource.isStore(path) ? DaySource.path(path, on: day) : path
    let base = try DaySource(source).scenario(lookingForRoads: false)
    let expansion = StandingExpansion(base.scenario, on: day ?? base.scenario.territory.date)
    var scenario = expansion.scenario
    scenario.territory.roads = roads(of: scenario)
    try check(scenario)
    let warnings = base.warnings.filter { $0.code != "standing-not-expanded" }
    Warnings.show(warnings, output)
    if out.hasSuffix(".json") {
      try OutputDocument.write(ScenarioDocument.text(scenario), to: out)
    } else {
      try OutputFolder(path: out, content: .scenario).replace(
        with: ScenarioFolder.files(scenario, language: output.lang ?? .french))
    }
    try report(expansion, warnings)
  }

  /// Times that were sound on the scenario's own date may not exist on another, when the clock changes, and rules may not
  /// be in force. A fault names a booking by its id.
  private func check(_ scenario: Scenario) throws(Failure) {
    do throws(Faults) {
      _ = try ScenarioRows.scenario(
        from: ScenarioRows.rows(of: scenario), on: scenario.territory.date, called: path)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// A path of the day's folder, as it is called from the new one.
  private func roads(of scenario: Scenario) -> String? {
    guard let entry = scenario.territory.roads, entry != RoadsEntry.none,
      !RoadsEntry.isServer(entry), !entry.hasPrefix("/")
    else { return scenario.territory.roads }
    let there = URL(filePath: RoadsEntry.folder(of: path)).appending(path: entry)
    let day = URL(filePath: out)
    return RelativePath.from(
      out.hasSuffix(".json") ? day.deletingLastPathComponent() : day, to: there)
  }

  private func report(_ expansion: StandingExpansion, _ warnings: [Fault]) throws {
    let date = expansion.scenario.territory.date.text
    guard !output.json else {
      return try JSONOutput.write(
        Made(
          out: out, date: date, added: expansion.added, kept: expansion.kept,
          resting: expansion.resting, left: expansion.left,
          warnings: warnings.map(FaultItem.init)))
    }
    guard !output.quiet else { return }
    let rows = [
      (say(fr: "Demandes créées", en: "Bookings made"), expansion.added.count),
      (say(fr: "Déjà là", en: "There already"), expansion.kept.count),
      (
        say(fr: "Commandes sans effet ce jour", en: "Orders at rest that day"),
        expansion.resting.count
      ),
      (
        say(fr: "Demandes d’un autre jour, laissées", en: "Left behind, of another day"),
        expansion.left.count
      ),
    ]
    try Console.write(
      date + "\n" + Figures.table(rows.map { ($0.0, Figures.whole($0.1)) })
        + say(fr: "Écrit dans ", en: "Written to ") + out + "\n")
  }
}

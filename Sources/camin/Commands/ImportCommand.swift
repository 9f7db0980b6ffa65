internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// `camin import`: scenarios into a territory's store.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        fr: "Ajouter des données à la base d’un territoire.",
        en: "Add data to a territory's store."),
      discussion: say(
        fr: """
          Ce qui est nouveau s’ajoute, ce qui existe sous le même identifiant est mis à jour ; recommencer ne change rien. \
          Tous les fichiers entrent ensemble, ou aucun : les erreurs sont toutes dites à la fois. --dry-run montre ce qui \
          changerait.

            camin import lot.camin jeudi vendredi.json
          """,
        en: """
          What is new is added, what exists under the same id is brought up to date; doing it again changes nothing. All \
          files go in together, or none: all faults are told at once. --dry-run shows what would change.

            camin import lot.camin thursday friday.json
          """))
  }

  @OptionGroup var store: StoreArgument

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Scénarios : dossiers de fichiers CSV, ou fichiers JSON.",
        en: "Scenarios: folders of CSV files, or JSON files."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var paths: [String]

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Retirer du jour importé les demandes et verrous que le scénario n’a pas.",
        en: "Remove from the day bookings and locks that the scenario does not have.")))
  var replace = false

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Reprendre aussi les réglages et profils de règles du territoire.",
        en: "Take over the territory's settings and rule profiles too.")))
  var settings = false

  @Flag(
    help: ArgumentHelp(
      say(fr: "Montrer ce qui changerait, sans rien écrire.", en: "Show what would change only.")))
  var dryRun = false

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let rules = StoreImport(
      takesSettings: settings, replacesDay: replace, role: try role.id())
    let (scenarios, warnings) = try ImportedScenario.read(paths, into: store.path)
    Warnings.show(warnings, output)
    let moment = Date()
    let outcomes = try storing {
      try TerritoryStore.open(store.path).transaction(keepsChanges: !dryRun) { edit in
        try scenarios.map { item in
          try rules.put(item.scenario, roads: item.roads, into: edit, at: moment)
        }
      }
    }
    try ImportReport(outcomes: outcomes, warnings: warnings, isDryRun: dryRun).write(output)
  }
}

/// A scenario to be imported.
struct ImportedScenario {
  let path: String
  let scenario: Scenario
  /// Its roads, as the store's settings would name them.
  let roads: String?

  /// Reads all, and tells the faults of all at once.
  static func read(
    _ paths: [String], into store: String
  ) throws(Failure) -> (scenarios: [ImportedScenario], warnings: [Fault]) {
    var scenarios: [ImportedScenario] = []
    var warnings: [Fault] = []
    var faults: [Fault] = []
    for path in paths {
      do throws(Faults) {
        let read = try ScenarioSource.read(path, lookingForRoads: false)
        let roads = StoreImport.roads(of: read.scenario, at: path, in: store)
        scenarios.append(ImportedScenario(path: path, scenario: read.scenario, roads: roads))
        warnings += read.warnings.filter { $0.code != "standing-not-expanded" }
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw Failure(reading: Faults(faults)) }
    return (scenarios, warnings)
  }
}

/// Tells what an import has done.
struct ImportReport {
  let outcomes: [StoreImport.Outcome]
  let warnings: [Fault]
  let isDryRun: Bool

  /// What `--json` tells.
  private struct Told: Encodable {
    struct Day: Encodable {
      let date: String
      let added: [String: Int]
      let changed: [String: Int]
      let unchanged: [String: Int]
      let removed: [String: Int]
      let keepsSettings: Bool
    }
    let dryRun: Bool
    let days: [Day]
    let warnings: [FaultItem]
  }

  func write(_ output: OutputOptions) throws {
    if output.json {
      try JSONOutput.write(
        Told(
          dryRun: isDryRun, days: outcomes.map(Self.day), warnings: warnings.map(FaultItem.init)))
    } else if !output.quiet {
      try Console.write(outcomes.map(paragraph).joined())
    }
  }

  private static func day(_ outcome: StoreImport.Outcome) -> Told.Day {
    func counts(_ change: ItemChange) -> [String: Int] {
      var counts: [String: Int] = [:]
      for (kind, changes) in outcome.changes { counts[kind.rawValue] = changes[change] }
      return counts
    }
    var removed: [String: Int] = [:]
    for (kind, count) in outcome.removed { removed[kind.rawValue] = count }
    return Told.Day(
      date: outcome.date.text, added: counts(.added), changed: counts(.changed),
      unchanged: counts(.unchanged), removed: removed, keepsSettings: outcome.keepsSettings)
  }

  private func paragraph(_ outcome: StoreImport.Outcome) -> String {
    var text = outcome.date.text + "\n"
    text +=
      outcome.isIdle
      ? say(fr: "Rien de nouveau.\n", en: "Nothing new.\n") : StoreWords.changes(outcome)
    if outcome.keepsSettings {
      text += say(
        fr: "Les réglages du territoire diffèrent ; ceux de la base restent (sinon --settings).\n",
        en: "The territory's settings differ; the store's stay (else --settings).\n")
    }
    if isDryRun {
      text += say(fr: "Essai : rien n’est écrit.\n", en: "Dry run: nothing is written.\n")
    }
    return text
  }
}

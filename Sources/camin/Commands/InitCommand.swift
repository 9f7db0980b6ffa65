internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// `camin init`: a territory's store.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: say(fr: "Créer la base d’un territoire.", en: "Make a territory's store."),
      discussion: say(
        fr: """
          Un seul fichier contient lieux, bénévoles, véhicules, demandes, plans et historique, sous pseudonymes. Avec \
          --territory, il reprend tout ce que contient un scénario ; sinon il est vide et « camin import » le remplit.

            camin init lot.camin --territory Scenarios/lot-small
            camin plan lot.camin --date 2026-11-25
          """,
        en: """
          One file holds places, volunteers, vehicles, bookings, plans and history, by pseudonyms. With --territory it \
          takes all that a scenario has; otherwise it is empty and “camin import” fills it.

            camin init lot.camin --territory Scenarios/lot-small
            camin plan lot.camin --date 2026-11-25
          """))
  }

  @OptionGroup var store: StoreArgument

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Scénario dont reprendre le contenu : dossier, ou fichier JSON.",
        en: "Scenario to take the content of: a folder, or a JSON file."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .directory)
  var territory: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nom du territoire, sans --territory ; par défaut celui du fichier.",
        en: "Name of the territory, without --territory; by default the file's."),
      valueName: say(fr: "nom", en: "name")))
  var name: String?

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Made: Encodable {
    let store: String
    let territory: String
    let items: [String: Int]
    let warnings: [FaultItem]
  }

  func run() throws {
    let role = try role.id()
    let (scenario, warnings) = try content()
    Warnings.show(warnings, output)
    let roads = territory.flatMap { StoreImport.roads(of: scenario, at: $0, in: store.path) }
    let moment = try WallClock.now()
    let counts = try storing {
      try TerritoryStore.create(store.path) { edit in
        try StoreImport(role: role).put(scenario, roads: roads, into: edit, at: moment)
        return try edit.view.counts()
      }
    }
    let items = Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    if output.json {
      try JSONOutput.write(
        Made(
          store: store.path, territory: scenario.territory.id, items: items,
          warnings: warnings.map(FaultItem.init)))
    } else if !output.quiet {
      try Console.write(
        "\(scenario.territory.name)\n" + StoreWords.counts(counts)
          + say(fr: "Base créée : ", en: "Store made: ") + store.path + "\n")
    }
  }

  /// The scenario to begin with: as given, or one that holds nothing but the territory's name.
  private func content() throws(Failure) -> (scenario: Scenario, warnings: [Fault]) {
    guard let territory else {
      let file = URL(filePath: store.path).deletingPathExtension().lastPathComponent
      let name = name ?? file
      let id = String(
        name.lowercased().unicodeScalars.map { scalar -> Character in
          let letter = Character(scalar)
          return scalar.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
        })
      return (
        Scenario(
          territory: Territory(
            id: id, name: name, date: try WallClock.now(in: "Europe/Paris").date)), []
      )
    }
    if let name {
      throw Failure(
        .usage,
        [
          .option(
            "--name", name,
            Bilingual(
              fr: "Le scénario de --territory donne déjà le nom.",
              en: "The scenario of --territory gives the name already."))
        ])
    }
    do throws(Faults) {
      return try ScenarioSource.read(territory, lookingForRoads: false)
    } catch {
      throw Failure(reading: error)
    }
  }
}

internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Planning
internal import Synthesis

/// `camin scenario generate`: a made-up day on real geography.
struct GenerateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate",
      abstract: say(
        fr: "Fabriquer une journée d’essai sur une géographie réelle.",
        en: "Make up a day on real geography, to try things."),
      discussion: say(
        fr: """
          Aucune personne, aucune demande n’est réelle. Les mêmes options donnent le même scénario partout. \
          Les tableaux sont en français, sauf avec --lang en. Si le territoire a des routes (dossier roads), la journée \
          les nomme et « camin plan » s’en sert.

            camin scenario generate --territory Scenarios/territories/lot --size small \
          --seed 46 --date 2026-11-25 --out essai
          """,
        en: """
          No person and no booking is real. Equal options give an equal scenario everywhere. The tables are in \
          French, except with --lang en. Where the territory has roads (a folder roads) the day names them, and \
          “camin plan” takes them.

            camin scenario generate --territory Scenarios/territories/lot --size small \
          --seed 46 --date 2026-11-25 --out trial
          """))
  }

  @Option(
    help: ArgumentHelp(
      say(fr: "Dossier du territoire.", en: "Folder of the territory."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var territory: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Taille de la journée : small, ordinary, heavy, ou un nombre de trajets.",
        en: "Size of the day: small, ordinary, heavy, or a number of legs."),
      valueName: say(fr: "taille", en: "size")),
    completion: .list(["small", "ordinary", "heavy"]))
  var size: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Graine des tirages au hasard.", en: "Seed of the random draws."),
      valueName: say(fr: "graine", en: "seed")))
  var seed: UInt64

  @Option(
    help: ArgumentHelp(
      say(fr: "Jour, par exemple 2026-11-25.", en: "The day, e.g. 2026-11-25."), valueName: "date"))
  var date: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Dossier où écrire le scénario, ou fichier s’il finit par .json.",
        en: "Folder to write the scenario to, or a file where it ends in .json."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Made: Encodable {
    let out: String
    let bookings: Int
    let legs: Int
    let resources: Int
  }

  func run() throws {
    guard let day = PlanDate(date) else {
      throw Failure(
        .usage,
        [
          .option(
            "--date", date,
            Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD."))
        ])
    }
    let made = try make(day)
    if out.hasSuffix(".json") {
      try OutputDocument.write(ScenarioDocument.text(made.scenario), to: out)
    } else {
      let readme = OutputFile("README.md", text: made.readme(command: command))
      try OutputFolder(path: out, content: .scenario).replace(
        with: ScenarioFolder.files(made.scenario, language: output.lang ?? .french) + [readme])
    }
    try report(made.scenario)
  }

  private func make(_ date: PlanDate) throws(Failure) -> SyntheticDay {
    do throws(Faults) {
      let data = try TerritoryData(folder: URL(filePath: territory))
      var spec = try DaySpec(size: size, of: data, date: date, seed: seed)
      spec.roads = roads
      return try SyntheticDay(data, spec)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// Roads of the territory as the day names them, from its own folder; `nil` where there are none.
  private var roads: String? {
    let tables = territory + "/roads"
    guard FileManager.default.fileExists(atPath: tables + "/edges.csv") else { return nil }
    let day = URL(filePath: out)
    let folder = out.hasSuffix(".json") ? day.deletingLastPathComponent() : day
    return RelativePath.from(folder, to: URL(filePath: tables))
  }

  /// The command line that makes the scenario again.
  private var command: String {
    "camin scenario generate --territory \(territory) --size \(size) --seed \(seed) "
      + "--date \(date) --out \(out)" + (output.lang.map { " --lang \($0.rawValue)" } ?? "")
  }

  private func report(_ scenario: Scenario) throws {
    let legs = scenario.bookings.reduce(0) { $0 + $1.legs.count }
    let resources = scenario.volunteers.count + scenario.vehicles.count
    if output.json {
      try JSONOutput.write(
        Made(out: out, bookings: scenario.bookings.count, legs: legs, resources: resources))
    } else if !output.quiet {
      try Console.write(
        say(
          fr: "\(legs) trajets, \(resources) bénévoles et véhicules, écrits dans \(out)\n",
          en: "\(legs) legs, \(resources) volunteers and vehicles, written to \(out)\n"))
    }
  }
}

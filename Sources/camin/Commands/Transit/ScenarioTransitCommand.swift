internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Planning
internal import Synthesis

/// `camin scenario transit`: a made-up feed of a territory's scheduled lines.
struct ScenarioTransitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "transit",
      abstract: say(
        fr: "Fabriquer un jeu GTFS d’essai à partir des lignes décrites d’un territoire.",
        en: "Make up a GTFS feed to try things, from the lines that a territory describes."),
      discussion: say(
        fr: """
          Lit transit-lines.json dans le dossier du territoire. Rien n’est réel que les lieux ; le résultat est toujours le même.

            camin scenario transit --territory Scenarios/territories/lot --out horaires
          """,
        en: """
          Reads transit-lines.json in the territory's folder. Nothing but the places is real; the result is always the same.

            camin scenario transit --territory Scenarios/territories/lot --out timetable
          """))
  }

  @Option(
    help: ArgumentHelp(
      say(fr: "Dossier du territoire.", en: "Folder of the territory."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var territory: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(fr: "Dossier à écrire.", en: "Folder to write."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Told: Encodable {
    let folder: String
    let files: [String]
  }

  func run() throws {
    let folder = URL(filePath: territory)
    let made: SyntheticTransit
    do throws(Faults) {
      made = try SyntheticTransit(TerritoryData(folder: folder), TransitLines(folder: folder))
    } catch {
      throw Failure(reading: error)
    }
    do throws(Faults) {
      try AtomicOutput(folder: out).replace(
        with: made.files.map { OutputFile($0.name, text: $0.text) })
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
    let names = made.files.map(\.name)
    if output.json { return try JSONOutput.write(Told(folder: out, files: names)) }
    guard !output.quiet else { return }
    try Console.write(
      say(fr: "Écrit dans ", en: "Written to ") + out + say(fr: " : ", en: ": ")
        + names.joined(separator: ", ") + "\n")
  }
}

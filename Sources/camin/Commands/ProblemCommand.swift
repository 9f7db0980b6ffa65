internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Foundation
internal import Planning

/// `camin scenario problem`: the numeric problem that a scenario comes down to.
struct ProblemCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "problem",
      abstract: say(
        fr: "Écrire le problème numérique d’un scénario.",
        en: "Write the numeric problem of a scenario."),
      discussion: say(
        fr: """
          Le problème tel que « camin plan » le résout, pour « camin solve --format json » ou d’autres solveurs : \
          aucun nom, aucune adresse, seulement des temps, des distances et des limites.

            camin scenario problem Scenarios/lot-small --out probleme.json
          """,
        en: """
          The problem as “camin plan” solves it, for “camin solve --format json” or other solvers: no names, no \
          addresses, only times, distances and limits.

            camin scenario problem Scenarios/lot-small --out problem.json
          """))
  }

  @OptionGroup var scenario: ScenarioArgument

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(fr: "Fichier à écrire.", en: "File to write."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var out: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let input = try DayInput(scenario.path, roads: scenario.travel.choice)
    Warnings.show(input.warnings, output)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let document = try encoder.encode(input.compiled().problem.draft)
    try OutputDocument.write(String(decoding: document, as: UTF8.self) + "\n", to: out)
    if output.json { return try JSONOutput.write(["out": out]) }
    guard !output.quiet else { return }
    try Console.write(say(fr: "Écrit : ", en: "Written: ") + out + "\n")
  }
}

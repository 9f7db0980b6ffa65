internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// `camin rules check`: is a territory's own profile fit to be used?
struct RulesCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        fr: "Contrôler les profils d’un territoire.", en: "Check a territory's own profiles."),
      discussion: say(
        fr: """
          Toutes les erreurs de tous les fichiers sont dites à la fois : chiffres inconnus (avec le nom connu le plus \
          proche), manquants, négatifs ou d’une autre unité, source ou statut absents, dates. Se termine par 65 s’il y en \
          a.

            camin rules check regles/taxi-lot.json --date 2026-11-25
          """,
        en: """
          All faults of all files are told at once: figures unknown (with the nearest known name), missing, negative or \
          in another unit, source or status absent, dates. Ends with 65 where there are any.

            camin rules check rules/taxi-lot.json --date 2026-11-25
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(fr: "Fichiers de profils.", en: "Files of profiles."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Jour où ils doivent être en vigueur, par exemple 2026-11-25.",
        en: "Date on which they must be in force, e.g. 2026-11-25."),
      valueName: "date"))
  var date: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let date = try date.map { text throws(Failure) in try ProfileInput.date(text) }
    var profiles: [RuleProfile] = []
    var faults: [Fault] = []
    for file in files {
      do throws(Faults) {
        profiles.append(try ProfileDocument.read(file, on: date))
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw Failure(reading: Faults(faults)) }
    if output.json {
      try JSONOutput.write(profiles)
    } else if !output.quiet {
      let text = ProfileText(language: output.language)
      try Console.write(
        profiles.map(text.heading).joined()
          + say(fr: "Rien à corriger.\n", en: "Nothing to correct.\n"))
    }
  }
}

internal import ArgumentParser
internal import Desk
internal import Planning

/// `camin rules show`: profiles with every figure, its source and status.
struct RulesShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say(
        fr: "Des profils avec chaque chiffre, sa source et son statut.",
        en: "Profiles with every figure, its source and status."),
      discussion: say(
        fr: """
          Sans option : les profils livrés. --day montre ceux qui valent pour une journée, les siens compris ; --date ceux \
          des profils livrés qui sont en vigueur ce jour-là.

            camin rules show taxi-2025
            camin rules show --day Scenarios/lot-small
          """,
        en: """
          Without options: the profiles shipped. --day shows those that hold for a day, its own included; --date those \
          shipped that are in force on that date.

            camin rules show taxi-2025
            camin rules show --day Scenarios/lot-small
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Noms de profils, ou fichiers ; tous sans indication.",
        en: "Names of profiles, or files; all unless given."),
      valueName: say(fr: "profil", en: "profile")),
    completion: .file(extensions: ["json"]))
  var ids: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: "La journée dont montrer les règles ; d’une base, avec --date.",
        en: "The day whose rules to show; of a store, with --date."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var day: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Ceux en vigueur ce jour-là, par exemple 2026-11-25.",
        en: "Those in force on this date, e.g. 2026-11-25."),
      valueName: "date"))
  var date: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let profiles = try chosen()
    guard !output.json else { return try JSONOutput.write(profiles) }
    let text = ProfileText(language: output.language)
    try Console.write(profiles.map(text.whole).joined(separator: "\n"))
  }

  private func chosen() throws -> [RuleProfile] {
    var profiles: [RuleProfile]
    if let day {
      let asked = try date.map { text throws(Failure) in try ProfileInput.date(text) }
      let path = try DaySource.isStore(day) ? DaySource.path(day, on: asked) : day
      let inForce = try ProfileInput.inForce(for: path)
      let unknown = ids.filter { id in !inForce.contains { $0.id == id } }
      guard unknown.isEmpty else {
        throw Failure(
          .inputMissing, unknown.map { .unknownProfile($0, inForce.map(\.id).sorted()) })
      }
      profiles = ids.isEmpty ? inForce : inForce.filter { ids.contains($0.id) }
    } else if ids.isEmpty {
      profiles = try ShippedProfiles.all().sorted { $0.id < $1.id }
    } else {
      profiles = try ids.map(ProfileInput.named)
    }
    if let date {
      let date = try ProfileInput.date(date)
      profiles = profiles.filter { $0.isInForce(on: date) }
    }
    return profiles
  }
}

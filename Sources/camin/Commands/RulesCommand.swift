internal import ArgumentParser
internal import Planning

/// `camin rules`: the rule profiles that Camin ships.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: say(
        fr: "Montrer les profils de règles livrés avec Camin.",
        en: "Show the rule profiles shipped with Camin."),
      subcommands: [RulesListCommand.self])
  }
}

/// `camin rules list`.
struct RulesListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(
        fr: "Les profils, leur durée de validité et leurs valeurs avec leur source.",
        en: "The profiles, when they are in force, and their figures with sources."))
  }

  @OptionGroup var output: OutputOptions

  func run() throws {
    let profiles = try ShippedProfiles.all().sorted { $0.id < $1.id }
    guard !output.json else { return try JSONOutput.write(profiles) }
    try Console.write(profiles.map(text).joined(separator: "\n"))
  }

  private func text(_ profile: RuleProfile) -> String {
    let until = profile.validTo.map { say(fr: " au ", en: " to ") + $0.text } ?? ""
    let title =
      "\(profile.id) (\(profile.kind)) – \(profile.title[output.language])\n"
      + say(fr: "  en vigueur du ", en: "  in force from ") + profile.validFrom.text + until + "\n"
    return profile.figures.sorted { $0.key < $1.key }.reduce(title) { text, entry in
      let figure = entry.value
      let value = Figures.decimals(figure.value, figure.value == figure.value.rounded() ? 0 : 2)
      return text + "  \(entry.key) = \(value) \(figure.unit) – \(figure.source)\n"
    }
  }
}

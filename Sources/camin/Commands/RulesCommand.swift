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
        en: "The profiles, when they are in force, and their figures with sources."),
      discussion: say(
        fr: """
          Un jour apporte ses propres profils dans rules/. Celui de sorte « roads » peut dire aussi à quelle allure on \
          roule : buffer (marge ajoutée à chaque trajet roulé) ; slow.NOM.from, slow.NOM.until (heures, 7.5 pour \
          7 h 30) et slow.NOM.factor (ralentissement d’une plage de la journée) ; profile.NOM.factor (véhicules dont \
          profil_routier est NOM, ou dont le mode s’appelle ainsi : volunteer, tad, vsl, taxi). Une vacation roule \
          toujours à l’allure de sa plage la plus lente.
          """,
        en: """
          A day brings its own profiles in rules/. That of kind “roads” can also tell how fast is driven: buffer (added \
          to each leg driven); slow.NAME.from, slow.NAME.until (hours, 7.5 for 07:30) and slow.NAME.factor (a stretch \
          of the day that is slower); profile.NAME.factor (vehicles whose road_profile is NAME, or whose mode is \
          called so: volunteer, tad, vsl, taxi). A shift always drives at the pace of its slowest stretch.
          """))
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

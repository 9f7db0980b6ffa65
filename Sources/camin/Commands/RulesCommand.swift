internal import ArgumentParser
internal import Planning

/// `camin rules`: rule profiles, those that Camin ships and those of a territory.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: say(
        fr: "Montrer, contrôler et comparer les profils de règles.",
        en: "Show, check and compare rule profiles."),
      subcommands: [
        RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self,
        RulesDiffCommand.self,
      ])
  }
}

/// `camin rules list`.
struct RulesListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(
        fr: "Les profils livrés, leur durée de validité, et ce qui en est confirmé.",
        en: "The profiles shipped, when they are in force, and how much of them is confirmed."),
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
    try Console.write(profiles.map(text).joined())
  }

  private func text(_ profile: RuleProfile) -> String {
    ProfileText(language: output.language).heading(profile)
  }
}

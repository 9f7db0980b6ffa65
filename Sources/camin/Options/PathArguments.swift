internal import ArgumentParser
internal import Desk
internal import Planning

/// The day that a command works on: a scenario, or a territory's store with a date.
struct ScenarioArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr: """
          Le jour : dossier de fichiers CSV, fichier JSON, ou base d’un territoire avec --date (lot.camin@2026-11-25 dit la \
          même chose).
          """,
        en: """
          The day: a folder of CSV files, a JSON file, or a territory's store with --date (lot.camin@2026-11-25 says the \
          same).
          """),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var given: String

  @OptionGroup var day: StoreDayOption
  @OptionGroup var travel: RoadsOption

  /// The path as `DayInput` and `DaySource` take it.
  var path: String {
    get throws(Failure) { try day.path(given) }
  }

  /// A plan of the same day: of a store, where it is named without a day, the last of that day.
  func plan(_ plan: PlanArgument) -> String { day.planPath(plan.path) }
}

/// The day in a store, where a command takes scenarios too.
struct StoreDayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Jour à lire dans la base d’un territoire, par exemple 2026-11-25.",
        en: "The day to read of a territory's store, e.g. 2026-11-25."),
      valueName: "date"))
  var date: String?

  /// - Throws: `Failure` where the date is none, or is given for a scenario.
  func path(_ given: String) throws(Failure) -> String {
    guard let date else { return given }
    return try DaySource.path(given, on: ProfileInput.date(date))
  }

  /// The path of a plan: of a store that is named without a day, the last plan of the day given; files stay files.
  func planPath(_ given: String) -> String {
    guard let date = date.flatMap({ PlanDate($0) }), DaySource.isStore(given) else { return given }
    return given + "@" + date.text
  }
}

/// The plan that a command looks at.
struct PlanArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr:
          "Le plan : fichier plan.json, ou le dernier d’un jour de la base (lot.camin avec --date).",
        en: "The plan: a plan.json, or the last of a day in a store (lot.camin with --date)."),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var path: String
}

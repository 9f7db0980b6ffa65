internal import ArgumentParser

/// The scenario that a command works on.
struct ScenarioArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Le scénario : dossier de fichiers CSV, ou fichier JSON.",
        en: "The scenario: a folder of CSV files, or a JSON file."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var path: String

  @OptionGroup var travel: RoadsOption
}

/// The plan that a command looks at.
struct PlanArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(fr: "Le plan : fichier plan.json.", en: "The plan: a plan.json."), valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var path: String
}

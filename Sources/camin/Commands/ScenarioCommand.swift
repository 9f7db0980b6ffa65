internal import ArgumentParser

/// `camin scenario`: what is done with scenarios besides planning them.
struct ScenarioCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scenario",
      abstract: say(
        fr: "Fabriquer, préparer ou convertir des scénarios.",
        en: "Make up scenarios, make a day of standing orders, or turn scenarios into problems."),
      subcommands: [
        GenerateCommand.self, ExpandCommand.self, ProblemCommand.self, ScenarioTransitCommand.self,
      ])
  }
}

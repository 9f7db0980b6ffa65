internal import ArgumentParser

/// `camin scenario`: what is done with scenarios besides planning them.
struct ScenarioCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scenario",
      abstract: say(
        fr: "Fabriquer ou convertir des scénarios.",
        en: "Make up scenarios, or turn them into problems."),
      subcommands: [GenerateCommand.self, ProblemCommand.self])
  }
}

internal import ArgumentParser

/// `camin scenario`: what is done with scenarios besides planning them.
struct ScenarioCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scenario",
      abstract: say(fr: "Fabriquer des scénarios.", en: "Make up scenarios."),
      subcommands: [GenerateCommand.self])
  }
}

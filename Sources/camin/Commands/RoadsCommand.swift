internal import ArgumentParser

/// `camin roads`: road graphs and travel times.
struct RoadsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "roads",
      abstract: say(
        fr: "Préparer les temps de route.", en: "Prepare road times."),
      discussion: say(
        fr: """
            camin roads build Scenarios/territories/lot/roads --out lot.roads
            camin plan Scenarios/lot-small --roads lot.roads
            camin roads compare none lot.roads Scenarios/lot-small
          """,
        en: """
            camin roads build Scenarios/territories/lot/roads --out lot.roads
            camin plan Scenarios/lot-small --roads lot.roads
            camin roads compare none lot.roads Scenarios/lot-small
          """),
      subcommands: [RoadsBuildCommand.self, RoadsMatrixCommand.self, RoadsCompareCommand.self])
  }
}

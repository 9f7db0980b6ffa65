internal import ArgumentParser

/// `camin report`: what a plan comes to, for those who pay or answer for it.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: say(fr: "Rendre compte d’un plan.", en: "Report on a plan."),
      subcommands: [
        ReportTariffCommand.self, ReportStatisticsCommand.self, ReportImpactCommand.self,
        ReportMonthCommand.self, ReportVolunteersCommand.self, ReportTusCommand.self,
      ])
  }
}

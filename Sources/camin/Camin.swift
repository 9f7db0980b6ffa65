internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Planning

/// The command `camin`.
@main
struct Camin: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "camin",
      abstract: say(
        fr:
          "Camin prépare les tournées du lendemain : qui conduit qui, quand et dans quel véhicule.",
        en: "Camin plans tomorrow's runs: who drives whom, when and in which vehicle."),
      discussion: discussion,
      version: Release.version,
      subcommands: [
        PlanCommand.self, SheetsCommand.self, CheckCommand.self, ExplainCommand.self,
        ValidateCommand.self, SolveCommand.self, ProveCommand.self, ReplayCommand.self,
        BenchCommand.self, JournalCommand.self, ScenarioCommand.self, RoadsCommand.self,
        SchemaCommand.self, RulesCommand.self, ReportCommand.self, CompareCommand.self,
        DoctorCommand.self, RehearseCommand.self, ActualsCommand.self, VroomCommand.self,
        ReplanCommand.self, DiffCommand.self, QuoteCommand.self, WhatifCommand.self,
        InitCommand.self, ImportCommand.self, ExportCommand.self, BackupCommand.self,
        PurgeCommand.self, LockCommand.self, StateCommand.self, PublishCommand.self,
        ServeCommand.self, KeyCommand.self, RecordCommand.self, DataCommand.self,
        JourneyCommand.self, AlternativesCommand.self, OffersCommand.self, ManualCommand.self,
      ])
  }

  private static var discussion: String {
    say(
      fr: """
        Un scénario (dossier de fichiers CSV ou fichier JSON) décrit un jour : demandes, bénévoles, véhicules, \
        règles. Pour commencer :

          camin plan Scenarios/lot-small

        Codes de fin :
        \(ExitStatus.legend)

        Pages de manuel et complétion des commandes : camin manual ~/.local/share (la complétion seule : camin \
        --generate-completion-script bash, ou zsh, fish).
        """,
      en: """
        A scenario (a folder of CSV files or one JSON file) describes a day: bookings, volunteers, vehicles, \
        rules. To begin with:

          camin plan Scenarios/lot-small

        Exit statuses:
        \(ExitStatus.legend)

        Man pages and shell completion: camin manual ~/.local/share (completion alone: camin \
        --generate-completion-script bash, or zsh, fish).
        """)
  }

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      end(failure, asJSON: wantsJSON(arguments))
    } catch {
      end(parsing: error, arguments: arguments)
    }
  }

  private static func end(_ failure: Failure, asJSON: Bool) -> Never {
    FaultReport.write(failure, asJSON: asJSON)
    Foundation.exit(failure.status.rawValue)
  }

  /// Ends with what the parser has to say: help, version, completion script, or what it did not understand;
  /// or with the status that a command has ended with.
  private static func end(parsing error: any Error, arguments: [String]) -> Never {
    if let status = error as? ExitCode { Foundation.exit(status.rawValue) }
    let status = exitCode(for: error)
    guard status == .success || status == .validationFailure else {
      end(Failure(.internalError, [.internalFault("\(error)")]), asJSON: wantsJSON(arguments))
    }
    let said = fullMessage(for: error)
    let words =
      isForPrograms(arguments) ? said : ParserWords.inLanguage(said, CommandLanguage.spoken)
    guard status == .validationFailure else {
      _ = try? Console.write(words + "\n")
      Foundation.exit(ExitStatus.ok.rawValue)
    }
    if wantsJSON(arguments) {
      let english = message(for: error)
      let message = Bilingual(fr: ParserWords.inLanguage(english, .french), en: english)
      end(Failure(.usage, [.usage(message)]), asJSON: true)
    }
    Console.complain(words + "\n")
    Foundation.exit(ExitStatus.usage.rawValue)
  }

  /// Whether the parser is asked for a completion script or the like, which must stay as it is.
  private static func isForPrograms(_ arguments: [String]) -> Bool {
    let prefixes = ["--generate-completion-script", "--experimental", "---completion"]
    return arguments.contains { argument in prefixes.contains { argument.hasPrefix($0) } }
  }

  private static func wantsJSON(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
  }
}

internal import ArgumentParser
internal import Foundation
internal import Planning

/// A command with what it takes, as the argument parser tells of itself.
struct CommandTree: Decodable {
  /// One thing that a command takes.
  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      enum Kind: String, Decodable { case long, short, longWithSingleDash }
      let kind: Kind
      let name: String

      /// As it is typed.
      var typed: String { (kind == .long ? "--" : "-") + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?
  }

  let commandName: String
  let superCommands: [String]?
  let shouldDisplay: Bool
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandTree]?
  let arguments: [Argument]?

  /// Words that are typed to call it, `camin` first.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// Subcommands for people, without the `help` that every group has.
  var shown: [CommandTree] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The command and all below it, from the top.
  var all: [CommandTree] { [self] + shown.flatMap(\.all) }

  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  private struct Dump: Decodable { let command: CommandTree }

  /// All of `camin`, in the language of this run.
  ///
  /// - Throws: where the argument parser describes itself in another form than the release that is built with.
  static func camin() throws -> CommandTree {
    let dump = ParserWords.inLanguage(Camin._dumpHelp(), CommandLanguage.spoken)
    return try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }
}

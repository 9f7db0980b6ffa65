import Foundation
import Testing

/// What `camin` tells of its own commands, taken apart without any code of Camin's.
struct CommandDump {
  /// A command as it is typed, without `camin`.
  let words: String
  let isGroup: Bool
  let abstract: String
  /// Names and explanations of what it takes.
  let arguments: [(names: [String], text: String)]

  /// Options that a command has.
  var options: Set<String> { Set(arguments.flatMap(\.names)) }

  /// Every command for people, groups included, the top first.
  static func all(language: String = "fr") throws -> [CommandDump] {
    let dump = try object(Camin.run("--experimental-dump-help", "--lang", language).output)
    return list(try #require(dump["command"] as? [String: Any]), above: [])
  }

  private static func list(_ command: [String: Any], above: [String]) -> [CommandDump] {
    let name = command["commandName"] as? String ?? ""
    guard command["shouldDisplay"] as? Bool == true, name != "help" else { return [] }
    let words = above + [name]
    let inner = command["subcommands"] as? [[String: Any]] ?? []
    let arguments = (command["arguments"] as? [[String: Any]] ?? []).filter {
      $0["shouldDisplay"] as? Bool == true
    }
    let own = CommandDump(
      words: words.dropFirst().joined(separator: " "), isGroup: !inner.isEmpty,
      abstract: command["abstract"] as? String ?? "",
      arguments: arguments.map { argument in
        let names = (argument["names"] as? [[String: Any]] ?? []).map { name in
          (name["kind"] as? String == "long" ? "--" : "-") + (name["name"] as? String ?? "")
        }
        return (
          names.isEmpty ? [argument["valueName"] as? String ?? ""] : names,
          argument["abstract"] as? String ?? ""
        )
      })
    return [own] + inner.flatMap { list($0, above: words) }
  }
}

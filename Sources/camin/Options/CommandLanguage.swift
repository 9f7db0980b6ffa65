internal import Foundation
internal import Planning

/// The language of this run: `--lang`, else that of the environment, else French.
enum CommandLanguage {
  /// Chosen before anything is parsed, since help and parsing errors are in it too.
  static let spoken = chosen(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  /// The language that a command line and an environment ask for.
  ///
  /// `LC_ALL` wins over `LC_MESSAGES`, which wins over `LANG`, as POSIX has it.
  static func chosen(arguments: [String], environment: [String: String]) -> Language {
    if let asked = option(in: arguments) { return asked }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    return Language(rawValue: code.lowercased()) ?? .french
  }

  private static func option(in arguments: [String]) -> Language? {
    var found: Language?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--lang=") {
        found = Language(rawValue: String(argument.dropFirst("--lang=".count)))
      } else if argument == "--lang", index + 1 < arguments.count {
        found = Language(rawValue: arguments[index + 1])
      }
    }
    return found
  }
}

/// The text in the language of this run.
func say(fr: String, en: String) -> String {
  CommandLanguage.spoken == .french ? bound(fr) : en
}

/// French text whose signs stay with their words when lines are broken.
private func bound(_ text: String) -> String {
  // Byte by byte: all texts of a command come by here each time it starts.
  let bytes = Array(text.utf8)
  let signs = Array(":;?!".utf8)
  let (opening, closing) = (Array("«".utf8), Array("»".utf8))
  var bound: [UInt8] = []
  bound.reserveCapacity(bytes.count + 8)
  for (index, byte) in bytes.enumerated() {
    let rest = bytes[(index + 1)...]
    let isBound =
      byte == UInt8(ascii: " ")
      && (rest.first.map(signs.contains) ?? false || rest.starts(with: closing)
        || bytes[..<index].suffix(2).elementsEqual(opening))
    if isBound {
      bound += "\u{A0}".utf8
    } else {
      bound.append(byte)
    }
  }
  return String(decoding: bound, as: UTF8.self)
}

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
///
/// Every help text passes here before a command can run, so it goes through the bytes once.
private func bound(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let (space, signs) = (UInt8(ascii: " "), Array(":;?!".utf8))
  let (opening, closing, unbroken) = (Array("«".utf8), Array("»".utf8), Array("\u{A0}".utf8))
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count + 16)
  for (index, byte) in bytes.enumerated() {
    guard byte == space else {
      out.append(byte)
      continue
    }
    let next = bytes[(index + 1)...]
    let isBound =
      next.first.map(signs.contains) ?? false || next.starts(with: closing)
      || index >= 2 && bytes[index - 2..<index].elementsEqual(opening)
    out += isBound ? unbroken : [space]
  }
  return String(decoding: out, as: UTF8.self)
}

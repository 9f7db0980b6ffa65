internal import Foundation

/// Text as the macros `man` of roff take it (`groff_man(7)`).
enum RoffText {
  /// A text inside a line: nothing in it is a request or an escape.
  static func plain(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\u{A0}", with: "\\ ").replacing("\u{202F}", with: "\\ ")
    // A line that begins with a point or an apostrophe would be a request.
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// An argument of a macro, in quotes.
  static func quoted(_ text: String) -> String {
    "\"" + plain(text).replacing("\"", with: "\\(dq") + "\""
  }

  static func bold(_ text: String) -> String { "\\fB" + plain(text) + "\\fR" }

  static func italic(_ text: String) -> String { "\\fI" + plain(text) + "\\fR" }

  /// Paragraphs of a help text: an empty line ends one, lines that are indented are examples and stay as they are.
  static func paragraphs(_ text: String) -> String {
    text.components(separatedBy: "\n\n").map(paragraph).joined()
  }

  private static func paragraph(_ text: String) -> String {
    let lines = text.components(separatedBy: "\n").filter { !$0.isEmpty }
    guard !lines.isEmpty else { return "" }
    var roff = ".PP\n"
    var isExample = false
    for line in lines {
      if line.hasPrefix("  ") != isExample {
        isExample.toggle()
        roff += isExample ? ".RS 4\n.nf\n" : ".fi\n.RE\n"
      }
      roff += plain(line.trimmingCharacters(in: .whitespaces)) + "\n"
    }
    return roff + (isExample ? ".fi\n.RE\n" : "")
  }
}

import Planning

/// Writes CSV so that a double click opens it rightly: for French `;`, decimal commas and a byte
/// order mark, which Excel needs to see that it is UTF-8; for English the same with `,` and points.
/// Lines end in CR LF as RFC 4180 says.
struct CSVText {
  private let separator: Character
  private(set) var text = "\u{FEFF}"

  init(language: Language) {
    separator = language == .french ? ";" : ","
  }

  mutating func add(_ cells: [String]) {
    text += cells.map(quoted).joined(separator: String(separator)) + "\r\n"
  }

  private func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r" || scalar == "\t"
        || scalar == separator.unicodeScalars.first
    }
    guard needsQuotes else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// Rows for spreadsheets: `;` between cells, a byte order mark, CRLF lines (RFC 4180 but for the separator).
///
/// French and German Excel, and LibreOffice everywhere, open such a file by a double click with accents right.
struct CsvTable: Sendable {
  private(set) var text = "\u{FEFF}"

  init(header: [String]) { append(header) }

  mutating func append(_ cells: [String]) {
    text += cells.map(Self.quoted).joined(separator: ";") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    // Compared by scalar: Swift sees CR LF as one character, which equals neither.
    let special = cell.unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
    return special ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  /// Free text made harmless: a cell that a spreadsheet would take for a formula gets an apostrophe.
  static func plain(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }
}

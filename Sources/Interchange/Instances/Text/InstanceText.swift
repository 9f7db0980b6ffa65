/// One line of a text instance that says something.
struct TextRow {
  /// Line in the file, counted from 1.
  let line: Int
  /// The line without surrounding blanks.
  let text: Substring

  /// Its columns, parted by blanks and tabs.
  var fields: [Substring] {
    text.utf8.split(whereSeparator: InstanceText.isBlank).map { Substring($0) }
  }
}

/// A text instance cut into lines; empty ones and comments (`#`) are left out.
struct InstanceText {
  let file: String
  let whole: String
  let rows: [TextRow]

  init(_ whole: String, file: String) {
    self.file = file
    self.whole = whole
    var rows: [TextRow] = []
    let lines = whole.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = Self.trim(line)
      guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#") else { continue }
      rows.append(TextRow(line: index + 1, text: text))
    }
    self.rows = rows
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func trim(_ line: Substring.UTF8View) -> Substring {
    guard let first = line.firstIndex(where: { !isBlank($0) }),
      let last = line.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return Substring(line[first...last])
  }
}

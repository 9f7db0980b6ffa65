import Planning

/// A comma-separated file with a header line, quoting as in RFC 4180, UTF-8, a byte-order mark
/// tolerated.
struct CsvTable {
  struct Row {
    /// Counted from 1; where quoted cells hold line breaks, the row's first.
    var line: Int
    var cells: [String]
  }
  var file: String
  var header: [String]
  var rows: [Row]

  init(file: String, text: String) {
    self.file = file
    var parser = CsvParser()
    for character in text.first == "\u{FEFF}" ? text.dropFirst() : text[...] {
      parser.take(character)
    }
    var records = parser.finish()
    header = records.isEmpty ? [] : records.removeFirst().cells
    rows = records.filter { $0.cells != [""] }
  }
}

/// Takes a file character by character.
private struct CsvParser {
  private enum State {
    case plain, quoted
    /// A quote within quotes: an end, or the first of two that stand for one.
    case quoteSeen
  }
  private var state = State.plain
  private var records: [CsvTable.Row] = []
  private var cells: [String] = []
  private var cell = ""
  private var line = 1
  private var start = 1

  mutating func take(_ character: Character) {
    if character.isNewline { line += 1 }
    switch (state, character) {
    case (.quoted, "\""): state = .quoteSeen
    case (.quoteSeen, "\""):
      cell.append("\"")
      state = .quoted
    case (.quoted, _): cell.append(character)
    case (.plain, "\"") where cell.isEmpty: state = .quoted
    case (_, ","):
      cells.append(cell)
      cell = ""
      state = .plain
    case (_, _) where character.isNewline:
      endRecord()
      state = .plain
    default: cell.append(character)
    }
  }

  private mutating func endRecord() {
    records.append(CsvTable.Row(line: start, cells: cells + [cell]))
    cells = []
    cell = ""
    start = line
  }

  mutating func finish() -> [CsvTable.Row] {
    if !cell.isEmpty || !cells.isEmpty { endRecord() }
    return records
  }
}

import Planning

/// A comma-separated file with a header line, quoting as in RFC 4180, UTF-8, a byte-order mark tolerated.
struct CsvTable {
  struct Row {
    var line: Int
    var cells: [String]
  }
  var file: String
  var header: [String]
  var rows: [Row]

  init(file: String, text: String) {
    self.file = file
    var records = Self.records(of: text)
    header = records.isEmpty ? [] : records.removeFirst().cells
    rows = records.filter { $0.cells != [""] }
  }

  private static func records(of text: String) -> [Row] {
    var records: [Row] = []
    var cells: [String] = []
    var cell = ""
    var quoted = false
    var line = 1
    var start = 1
    var characters = Array(text)[...]
    if characters.first == "\u{FEFF}" { characters.removeFirst() }
    var index = characters.startIndex
    func finish() {
      cells.append(cell)
      records.append(Row(line: start, cells: cells))
    }
    while index < characters.endIndex {
      let character = characters[index]
      if quoted, character == "\"" {
        let next = index + 1
        if next < characters.endIndex, characters[next] == "\"" {
          cell.append("\"")
          index = next
        } else {
          quoted = false
        }
      } else if character == "\"", cell.isEmpty {
        quoted = true
      } else if !quoted, character == "," {
        cells.append(cell)
        cell = ""
      } else if !quoted, character.isNewline {
        finish()
        (cells, cell) = ([], "")
        start = line + 1
      } else {
        cell.append(character)
      }
      if character.isNewline { line += 1 }
      index += 1
    }
    if !cell.isEmpty || !cells.isEmpty { finish() }
    return records
  }
}

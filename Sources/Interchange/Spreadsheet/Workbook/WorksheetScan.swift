/// Reads the cells of one sheet.
final class WorksheetScan: XMLHandler {
  private(set) var rows: [SheetRow] = []
  private(set) var isFull = false
  private let texts: [String]
  private let formats: CellFormats
  private let words: CellWords
  private var merged: [(top: Int, left: Int, bottom: Int)] = []

  private var row = SheetRow(number: 0, cells: [])
  private var lastRow = 0
  private var nextColumn = 0
  private var cells = 0
  private var cell = Cell()
  private var isInValue = false
  private var isInPhonetic = false

  /// A cell that is being read.
  private struct Cell {
    var column = 0
    var type = ""
    var style = 0
    var bytes: [UInt8] = []
  }

  init(texts: [String], formats: CellFormats, words: CellWords) {
    self.texts = texts
    self.formats = formats
    self.words = words
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row": startRow(attributes["r"].flatMap { Int($0) } ?? lastRow + 1)
    case "c": startCell(attributes)
    case "v", "t": isInValue = !isInPhonetic
    case "rPh": isInPhonetic = true
    case "mergeCell": note(merge: attributes["ref"] ?? "")
    default: break
    }
  }

  private func startRow(_ number: Int) {
    row = SheetRow(number: number, cells: [])
    nextColumn = 0
    lastRow = number
    if number > SheetLimits.rows * 20 || number < 1 { isFull = true }
  }

  private func startCell(_ attributes: XMLAttributes) {
    cell.column = attributes["r"].flatMap { CellName.parse($0)?.column } ?? nextColumn
    cell.type = attributes["t"] ?? "n"
    cell.style = attributes["s"].flatMap { Int($0) } ?? 0
    cell.bytes.removeAll(keepingCapacity: true)
    nextColumn = cell.column + 1
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard isInValue, cell.bytes.count <= SheetLimits.cell else { return }
    cell.bytes.append(contentsOf: bytes)
  }

  func end(_ name: String) {
    switch name {
    case "v", "t": isInValue = false
    case "rPh": isInPhonetic = false
    case "c": keep(finished())
    case "row":
      guard !row.isBlank else { return }
      rows.append(row)
      if rows.count > SheetLimits.rows { isFull = true }
    default: break
    }
  }

  private func keep(_ found: SheetCell) {
    guard !found.text.isEmpty else { return }
    cells += 1
    guard cell.column < SheetLimits.columns, cells <= SheetLimits.cells else {
      isFull = true
      return
    }
    row.put(found, at: cell.column)
  }

  private func finished() -> SheetCell {
    guard !cell.bytes.isEmpty else { return .empty }
    let text = String(decoding: cell.bytes, as: UTF8.self)
    switch cell.type {
    case "s":
      guard let index = Int(text), texts.indices.contains(index) else {
        return SheetCell(kind: .error, text: "#REF!")
      }
      return .text(texts[index])
    case "b": return SheetCell(kind: .flag, text: text == "0" ? "non" : "oui")
    case "e": return SheetCell(kind: .error, text: text)
    case "d": return moment(text)
    case "n":
      guard let number = Double(text), number.isFinite else { return .text(text.plainCell) }
      return words.cell(number, shownAs: formats[cell.style])
    default: return .text(text.plainCell)
    }
  }

  /// A day or time that the file writes out by ISO 8601, as the strict edition of the format does.
  private func moment(_ text: String) -> SheetCell {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else {
      return SheetCell(kind: text.contains(":") ? .time : .date, text: text)
    }
    let clock = parts[1].prefix { $0.isNumber || $0 == ":" }
    if clock.allSatisfy({ "0:".contains($0) }) {
      return SheetCell(kind: .date, text: String(parts[0]))
    }
    return SheetCell(kind: .moment, text: parts[0] + " " + clock)
  }

  private func note(merge range: String) {
    let ends = range.split(separator: ":").compactMap { CellName.parse($0) }
    guard ends.count == 2, ends[1].row > ends[0].row else { return }
    if merged.count > SheetLimits.cells { isFull = true }
    merged.append((ends[0].row, ends[0].column, ends[1].row))
  }

  /// The rows, with the value of cells merged downwards in each row that they span: a rider written once beside
  /// two trips is the rider of both. Rows with nothing else in them are left out, and so are cells merged sideways,
  /// which are titles.
  func filled() -> [SheetRow] {
    guard !merged.isEmpty else { return rows }
    var rows = rows
    let places = Dictionary(rows.enumerated().map { ($1.number, $0) }) { first, _ in first }
    for range in merged {
      guard let top = places[range.top], rows[top].cells.indices.contains(range.left) else {
        continue
      }
      let value = rows[top].cells[range.left]
      var next = top + 1
      while next < rows.count, rows[next].number <= range.bottom, cells <= SheetLimits.cells {
        rows[next].put(value, at: range.left)
        cells += 1
        next += 1
      }
    }
    return rows
  }
}

extension SheetRow {
  fileprivate mutating func put(_ cell: SheetCell, at column: Int) {
    while cells.count <= column { cells.append(.empty) }
    cells[column] = cell
  }
}

import Planning

/// Reads the cells of one table, noting every fault rather than stopping at the first.
struct TableReader {
  let table: CsvTable
  private let columns: [String: Int]
  private(set) var faults: [Fault] = []

  /// - Parameter required: columns that must be there; others are read where present.
  init(_ table: CsvTable, required: [String]) {
    self.table = table
    columns = Dictionary(
      zip(table.header, table.header.indices), uniquingKeysWith: { first, _ in first })
    for name in required where columns[name] == nil {
      faults.append(
        Fault(
          code: "missing-column", place: FaultPlace(file: table.file, line: 1), field: name,
          value: table.header.joined(separator: ","),
          cause: Bilingual(
            fr: "La colonne « \(name) » manque.", en: "The column “\(name)” is missing."),
          remedy: Bilingual(
            fr: "Ajouter la colonne, séparée par des virgules.",
            en: "Add the column; cells are separated by commas.")))
    }
  }

  func has(_ column: String) -> Bool { columns[column] != nil }

  func text(_ row: CsvTable.Row, _ column: String) -> String {
    guard let index = columns[column], index < row.cells.count else { return "" }
    return row.cells[index]
  }

  /// Space-separated words.
  func words(_ row: CsvTable.Row, _ column: String) -> [String] {
    text(row, column).split(separator: " ").map(String.init)
  }

  mutating func required(_ row: CsvTable.Row, _ column: String) -> String {
    let value = text(row, column)
    if value.isEmpty, has(column) {
      note(
        "empty-cell", row, column, value,
        Bilingual(fr: "La case est vide.", en: "The cell is empty."),
        Bilingual(fr: "Remplir la case.", en: "Fill the cell in."))
    }
    return value
  }

  mutating func number(_ row: CsvTable.Row, _ column: String, in range: ClosedRange<Double>)
    -> Double
  {
    guard has(column) else { return range.lowerBound }
    let value = text(row, column)
    guard let number = Double(value), range.contains(number) else {
      note(
        "bad-number", row, column, value,
        Bilingual(
          fr: "Ce n’est pas un nombre entre \(range.lowerBound) et \(range.upperBound).",
          en: "This is no number between \(range.lowerBound) and \(range.upperBound)."),
        Bilingual(
          fr: "Écrire un nombre, avec un point décimal.",
          en: "Write a number, with a decimal point."))
      return range.lowerBound
    }
    return number
  }

  /// One of an enumeration's raw values.
  mutating func choice<Value>(_ row: CsvTable.Row, _ column: String, else fallback: Value) -> Value
  where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    guard has(column) else { return fallback }
    let value = text(row, column)
    if let choice = Value(rawValue: value) { return choice }
    noteChoice(row, column, value, known: Value.allCases.map(\.rawValue))
    return fallback
  }

  mutating func noteChoice(
    _ row: CsvTable.Row, _ column: String, _ value: String, known: [String]
  ) {
    let list = known.joined(separator: ", ")
    note(
      "unknown-word", row, column, value,
      Bilingual(fr: "Ce mot n’est pas connu ici.", en: "This word is not known here."),
      Bilingual(fr: "Choisir parmi : \(list).", en: "Choose one of: \(list)."))
  }

  mutating func note(
    _ code: String, _ row: CsvTable.Row, _ column: String, _ value: String, _ cause: Bilingual,
    _ remedy: Bilingual
  ) {
    faults.append(
      Fault(
        code: code, place: FaultPlace(file: table.file, line: row.line), field: column,
        value: value, cause: cause, remedy: remedy))
  }
}

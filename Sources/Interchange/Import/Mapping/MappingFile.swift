internal import Planning

/// The rows of a mapping file before it is known of which table they speak.
struct MappingRows {
  fileprivate let rows: [(row: MappingRow, line: Int)]
  fileprivate let map: ColumnMap
  let log: InputLog

  /// Reads a file; what is wrong with how it is written goes to the log.
  init?(_ path: String, _ log: InputLog) {
    guard let table = TableFile.read(path, as: path, log), let grid = table.grids.first else {
      return nil
    }
    let set = MappingFields.set
    guard let header = grid.rows.first,
      let map = ColumnMap(header.csv, columns: set.columns(), file: path, log: log)
    else { return nil }
    log.lay(out: SheetLayout(grid, map), of: path)
    var rows: [(row: MappingRow, line: Int)] = []
    for row in grid.rows.dropFirst() {
      let (record, isSound) = set.read(row.csv, map, log)
      if isSound { rows.append((record, row.number)) }
    }
    self.rows = rows
    self.map = map
    self.log = log
  }

  var table: ImportTable? { value(.table).flatMap { ImportTable($0) } }
  var sheet: String? { value(.sheet) }

  private func value(_ kind: MappingRow.Kind) -> String? {
    rows.first { $0.row.kind == kind }?.row.value
  }
}

/// Reads and writes mapping files: a table for a spreadsheet, of which each row says one thing.
struct MappingFile {
  let fields: ImportFields
  let log: InputLog

  /// What the rows of a file say; what is wrong with it goes to the log.
  func mapping(_ read: MappingRows) -> ImportMapping {
    var mapping = ImportMapping()
    for (row, line) in read.rows { add(row, at: line, read.map, to: &mapping) }
    return mapping
  }

  private func add(
    _ row: MappingRow, at line: Int, _ map: ColumnMap, to mapping: inout ImportMapping
  ) {
    let place = FaultPlace(file: map.file, line: line)
    let confirmed = row.state == .confirmed
    switch row.kind {
    case .table:
      guard let table = ImportTable(row.value) else {
        return log.fault(.unknownTable, at: place, field: map.label("value"), value: row.value)
      }
      mapping.table = table
    case .sheet: mapping.sheet = row.value
    case .headerRow:
      guard let number = Int(row.value), number > 0 else {
        return log.fault(.notWhole, at: place, field: map.label("value"), value: row.value)
      }
      mapping.headerRow = number
    case .column:
      guard let keys = keys(row.target, at: place, map) else { return }
      mapping.columns.append(
        .init(header: row.column, fields: keys, isConfirmed: confirmed, note: row.note))
    case .value:
      mapping.values.append(
        .init(
          header: row.column, word: row.value, replacement: row.target, isConfirmed: confirmed,
          note: row.note))
    case .place:
      mapping.places.append(
        .init(name: row.value, place: row.target, isConfirmed: confirmed, note: row.note))
    }
  }

  /// The keys of the fields named, with `|` between them; `nil` after telling which is none.
  private func keys(_ text: String, at place: FaultPlace, _ map: ColumnMap) -> [String]? {
    var keys: [String] = []
    for part in text.split(separator: "|") {
      let name = Fold.key(String(part))
      if [ImportFields.ignored.fr, ImportFields.ignored.en, ""].contains(name) { continue }
      guard let field = fields.named(String(part)) else {
        log.fault(
          .unknownField(fields.closest(to: String(part))), at: place,
          field: map.label("for_camin"), value: part.trimmed)
        return nil
      }
      keys.append(field.key)
    }
    return keys
  }

  /// The file's text.
  func text(_ mapping: ImportMapping, _ language: Language) -> String {
    var rows: [MappingRow] = []
    if let table = mapping.table {
      rows.append(MappingRow(kind: .table, value: table.title[language]))
    }
    if let sheet = mapping.sheet { rows.append(MappingRow(kind: .sheet, value: sheet)) }
    if let row = mapping.headerRow {
      rows.append(MappingRow(kind: .headerRow, value: String(row)))
    }
    rows += mapping.columns.map { column in
      let names = column.fields.compactMap { fields[$0]?.name[language] }
      return MappingRow(
        kind: .column, column: column.header,
        target: names.isEmpty ? ImportFields.ignored[language] : names.joined(separator: " | "),
        state: column.isConfirmed ? .confirmed : .open, note: column.note)
    }
    rows += mapping.values.map {
      MappingRow(
        kind: .value, column: $0.header, value: $0.word, target: $0.replacement,
        state: $0.isConfirmed ? .confirmed : .open, note: $0.note)
    }
    rows += mapping.places.map {
      MappingRow(
        kind: .place, value: $0.name, target: $0.place,
        state: $0.isConfirmed ? .confirmed : .open, note: $0.note)
    }
    let set = MappingFields.set
    var text = CSVText(language: language)
    text.add(set.fields.map { $0.header[language] })
    for row in rows { text.add(set.cells(row, language)) }
    return text.text
  }
}

extension Complaint {
  private static let tables = ImportTable.allCases.map(\.title)

  static let unknownTable = Complaint(
    "unknown-table",
    cause: Bilingual(
      fr: "Camin n’a pas de table de ce nom.", en: "Camin has no table of this name."),
    remedy: Bilingual(
      fr: "Tables : " + tables.map(\.fr).joined(separator: ", ") + ".",
      en: "Tables: " + tables.map(\.en).joined(separator: ", ") + "."))

  fileprivate static func unknownField(_ closest: ImportField?) -> Complaint {
    let near = closest.map(\.name) ?? ImportFields.ignored
    return Complaint(
      "unknown-field",
      cause: Bilingual(
        fr: "Camin n’a pas de champ de ce nom.", en: "Camin has no field of this name."),
      remedy: Bilingual(
        fr: "Le plus proche : \(near.fr). Pour laisser la colonne de côté : ignorer.",
        en: "The closest one: \(near.en). To leave the column aside: ignore."))
  }
}

import Planning

/// Which column of a file holds which field, found by the header line.
struct ColumnMap {
  let file: String
  /// Column of each field key.
  private let columns: [String: Int]
  /// Header as the file has it, of each field key.
  private(set) var headers: [String: String] = [:]
  let width: Int

  /// Every column of the format is looked for under its French and English headers; what is unknown
  /// is dropped with a warning, and what looks like personal data with a warning that names the
  /// rule.
  ///
  /// - Returns: `nil` where a required column is missing, after telling which.
  init?(_ header: CSVRow, columns specs: [ColumnSpec], file: String, log: InputLog) {
    self.file = file
    width = header.cells.count
    let place = FaultPlace(file: file, line: header.line)
    var found: [String: Int] = [:]
    var unknown: [String] = []
    var sound = true
    for (index, cell) in header.cells.enumerated() where !cell.text.isEmpty {
      let folded = Fold.header(cell.text)
      guard let spec = specs.first(where: { $0.names.contains(folded) }) else {
        unknown.append(cell.text)
        continue
      }
      if let other = headers[spec.key] {
        log.fault(.duplicateColumn(other), at: place, field: cell.text)
        sound = false
      } else {
        found[spec.key] = index
        headers[spec.key] = cell.text
      }
    }
    columns = found
    Self.warn(about: unknown, at: place, log)
    for spec in specs where spec.required && found[spec.key] == nil {
      log.fault(.missingColumn(spec.headers), at: place, field: spec.headers[0])
      sound = false
    }
    guard sound else { return nil }
  }

  /// A map that other means than the headers have made.
  ///
  /// - Parameters:
  ///   - columns: column of each field key.
  ///   - headers: what faults call the column of each field key.
  init(file: String, columns: [String: Int], headers: [String: String], width: Int) {
    self.file = file
    self.columns = columns
    self.headers = headers
    self.width = width
  }

  /// Columns by what faults call them.
  var columnsByHeader: [String: Int] {
    Dictionary(headers.compactMap { key, header in columns[key].map { (header, $0) } }) {
      min($0, $1)
    }
  }

  private static func warn(about unknown: [String], at place: FaultPlace, _ log: InputLog) {
    let personal = unknown.filter(PersonalData.isSuspect(header:))
    let rest = unknown.filter { !personal.contains($0) }
    if !personal.isEmpty { log.warning(.personalColumns(personal), at: place) }
    if !rest.isEmpty { log.warning(.unknownColumns(rest), at: place) }
  }

  /// The cell of a field in a row; `nil` where it is empty or the column is not there.
  func cell(_ key: String, in row: CSVRow) -> CSVCell? {
    guard let index = columns[key], index < row.cells.count, !row.cells[index].text.isEmpty else {
      return nil
    }
    return row.cells[index]
  }

  /// The header to show in a fault of a field.
  func label(_ key: String) -> String { headers[key] ?? key }
}

/// What a file may call one of its columns.
struct ColumnSpec {
  var key: String
  /// All that are understood, the French one that Camin writes first.
  var headers: [String]
  /// Folded.
  var names: Set<String>
  var required: Bool
}

extension FieldSet {
  /// The columns of the record; `prefix` keeps apart equal keys of records that share a file.
  func columns(prefix: String = "") -> [ColumnSpec] {
    fields.map { field in
      // The JSON key `id` of a leg or booking is no header of a file that both share.
      let headers = prefix.isEmpty ? field.headers : field.cellHeaders
      var names: Set<String> = []
      let distinct = headers.filter { names.insert(Fold.header($0)).inserted }
      return ColumnSpec(
        key: prefix + field.key, headers: distinct, names: names, required: field.required)
    }
  }

  /// Reads the fields of a row.
  ///
  /// - Returns: the record, and whether it is sound.
  func read(
    _ row: CSVRow, _ map: ColumnMap, _ log: InputLog, prefix: String = "",
    allowMissing: Bool = false
  ) -> (record: Record, sound: Bool) {
    var record = blank
    var sound = true
    for field in fields {
      let key = prefix + field.key
      guard let cell = map.cell(key, in: row) else {
        if field.required, !allowMissing {
          let place = FaultPlace(file: map.file, line: row.line)
          log.fault(.missingValue, at: place, field: map.label(key))
          sound = false
        }
        continue
      }
      do throws(Complaint) {
        try field.readCell(cell.text, &record)
      } catch {
        let place = FaultPlace(file: map.file, line: cell.line)
        let value = error.code == "personal-data" ? "" : cell.text
        log.fault(error, at: place, field: map.label(key), value: value)
        sound = false
      }
    }
    return (record, sound)
  }
}

extension Field {
  /// Headers in a file that several kinds of records share.
  fileprivate var cellHeaders: [String] { [header.fr, header.en] + aliases }
}

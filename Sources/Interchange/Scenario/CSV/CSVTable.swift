import Planning

/// Reads one CSV file of a scenario: header, then rows.
struct CSVTable {
  let file: String
  let columns: [ColumnSpec]
  let log: InputLog

  /// What came of it.
  struct Outcome {
    /// `nil` where no row could be read.
    var map: ColumnMap?
    /// Rows are missing, or not to be trusted.
    var isDamaged: Bool
  }

  /// Calls `body` with every row, of a workbook where one stands in place of the file.
  func read(
    _ path: String, mayBeAbsent: Bool, mayBeEmpty: Bool, _ body: (CSVRow, ColumnMap) -> Void
  ) -> Outcome {
    if let workbook = Self.workbook(for: path) {
      guard workbook == path || Folder.kind(of: path) == .nothing else {
        let other = String(workbook.split(separator: "/").last ?? "")
        log.fault(.twoTables(other), at: FaultPlace(file: file))
        return Outcome(map: nil, isDamaged: true)
      }
      return read(workbook: workbook, mayBeEmpty: mayBeEmpty, body)
    }
    do throws(InputRefusal) {
      let source = try ByteSource.open(path, limit: InputLimits.file)
      return try read(source, mayBeEmpty: mayBeEmpty, body)
    } catch {
      if case .missing = error, mayBeAbsent { return Outcome(map: nil, isDamaged: false) }
      log.fault(.refused(error, file: file), at: FaultPlace(file: file))
      return Outcome(map: nil, isDamaged: true)
    }
  }

  private func read(
    _ source: ByteSource, mayBeEmpty: Bool, _ body: (CSVRow, ColumnMap) -> Void
  ) throws(InputRefusal) -> Outcome {
    guard var reader = try CSVReader(source: source, file: file, log: log),
      let header = try reader.next(), !reader.isDamaged,
      let map = ColumnMap(header, columns: columns, file: file, log: log)
    else { return Outcome(map: nil, isDamaged: true) }
    var count = 0
    while let row = try reader.next() {
      count += 1
      let extra = row.cells.dropFirst(map.width)
      if extra.contains(where: { !$0.text.isEmpty }) {
        log.fault(
          .tooManyCells(row.cells.count, map.width), at: FaultPlace(file: file, line: row.line))
      }
      body(row, map)
    }
    if count == 0, !mayBeEmpty, !reader.isDamaged {
      log.fault(.headerOnly, at: FaultPlace(file: file, line: header.line))
    }
    return Outcome(map: map, isDamaged: reader.isDamaged || (count == 0 && !mayBeEmpty))
  }
}

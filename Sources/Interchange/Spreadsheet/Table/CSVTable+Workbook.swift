internal import Planning

/// A table of a scenario may be a workbook, `bookings.xlsx` in place of `bookings.csv`.
extension CSVTable {
  /// The workbook that stands in place of a CSV file; `nil` where there is none.
  static func workbook(for path: String) -> String? {
    let lower = path.lowercased()
    if lower.hasSuffix(".xlsx") { return path }
    guard lower.hasSuffix(".csv") else { return nil }
    let other = String(path.dropLast(4)) + ".xlsx"
    return Folder.kind(of: other) == .file ? other : nil
  }

  /// Calls `body` with every row of the one sheet that holds the table.
  func read(workbook path: String, mayBeEmpty: Bool, _ body: (CSVRow, ColumnMap) -> Void) -> Outcome
  {
    let nothing = Outcome(map: nil, isDamaged: true)
    let name = file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) + ".xlsx" : file
    let place = FaultPlace(file: name)
    guard let table = TableFile.read(path, as: name, log) else { return nothing }
    let known = Set(columns.flatMap(\.names))
    let search = HeaderSearch { known.contains($0) }
    guard let (grid, header) = sheet(of: table, search, place) else { return nothing }
    log.lay(out: SheetLayout(sheet: grid.name, columns: [:]), of: name)
    let titles = grid.rows[header].csv
    guard let map = ColumnMap(titles, columns: columns, file: name, log: log) else {
      return nothing
    }
    log.lay(out: SheetLayout(grid, map), of: name)
    let rows = grid.rows[(header + 1)...]
    for row in rows {
      tellErrors(of: row, map)
      body(row.csv, map)
    }
    if rows.isEmpty, !mayBeEmpty {
      log.fault(.headerOnly, at: FaultPlace(file: name, line: titles.line))
    }
    return Outcome(map: map, isDamaged: rows.isEmpty && !mayBeEmpty)
  }

  /// The visible sheet whose header knows the most columns, and where that header stands.
  private func sheet(
    of table: TableFile, _ search: HeaderSearch, _ place: FaultPlace
  ) -> (SheetGrid, Int)? {
    let found = table.grids.filter { !$0.isHidden }.compactMap { grid in
      search.header(of: grid.rows).map {
        (grid: grid, header: $0, score: search.score(grid.rows[$0]))
      }
    }
    let most = found.map(\.score).max() ?? 0
    let best = found.filter { $0.score == most }
    guard let first = best.first else {
      log.fault(.noHeader, at: place)
      return nil
    }
    guard best.count == 1 else {
      log.fault(.severalSheets(best.compactMap(\.grid.name)), at: place)
      return nil
    }
    return (first.grid, first.header)
  }

  private func tellErrors(of row: SheetRow, _ map: ColumnMap) {
    for (header, column) in map.columnsByHeader {
      guard row.cells.indices.contains(column), row.cells[column].kind == .error else { continue }
      log.fault(
        .formulaError(row.cells[column].text), at: FaultPlace(file: map.file, line: row.number),
        field: header)
    }
  }
}

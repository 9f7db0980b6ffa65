internal import Planning

/// The table to read of a file: its sheet, its header, and the columns' names.
struct SheetChoice {
  var grid: SheetGrid
  /// Index among the rows.
  var header: Int
  /// Headers, those that stand twice with a number behind.
  var labels: [String]
  var rows: ArraySlice<SheetRow> { grid.rows[(header + 1)...] }

  /// The sheet named, or the visible one that is called like the table, or else has the best header; `nil` after telling
  /// why there is none.
  ///
  /// - Parameters:
  ///   - table: what the sheet is of; `nil`: bookings, for want of a name that says otherwise.
  ///   - row: row of the header, where it is known.
  init?(
    _ file: TableFile, sheet: String?, table: ImportTable?, headerRow row: Int?,
    isKnown: @escaping (String) -> Bool, _ log: InputLog
  ) {
    let place = FaultPlace(file: file.file)
    let search = HeaderSearch(isKnown: isKnown)
    var grids = file.grids.filter { !$0.isHidden }
    if let sheet, file.decoding == nil {
      grids = file.grids.filter { Fold.key($0.name ?? "") == Fold.key(sheet) }
      guard !grids.isEmpty else {
        log.fault(.noSuchSheet(file.grids.compactMap(\.name)), at: place, value: sheet)
        return nil
      }
    } else {
      let wanted = table ?? .bookings
      let named = grids.filter { $0.name.flatMap { ImportTable($0) } == wanted }
      if named.count == 1 { grids = named }
    }
    let found = grids.compactMap { grid -> (grid: SheetGrid, header: Int, score: Int)? in
      let index = row.map { row in grid.rows.firstIndex { $0.number == row } }
      guard let header = index ?? search.header(of: grid.rows) else { return nil }
      return (grid, header, search.score(grid.rows[header]))
    }
    let most = found.map(\.score).max() ?? 0
    let best = found.filter { $0.score == most }
    guard let first = best.first else {
      var complaint = Complaint.noHeader
      if table == nil { complaint.mayBeOtherTable() }
      log.fault(complaint, at: place)
      return nil
    }
    guard best.count == 1 else {
      log.fault(.severalSheets(best.compactMap(\.grid.name)), at: place)
      return nil
    }
    grid = first.grid
    header = first.header
    labels = Self.unique(first.grid.rows[first.header].cells.map(\.text))
  }

  private static func unique(_ headers: [String]) -> [String] {
    var counts: [String: Int] = [:]
    return headers.map { header in
      let line = header.replacing("\n", with: " ")
      guard !line.isEmpty else { return "" }
      counts[line, default: 0] += 1
      let count = counts[line] ?? 1
      return count == 1 ? line : "\(line) (\(count))"
    }
  }
}

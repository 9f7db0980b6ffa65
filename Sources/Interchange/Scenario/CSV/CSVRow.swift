/// One value of a CSV file and the line it begins on, counted from 1.
struct CSVCell {
  var text: String
  var line: Int
}

/// One record of a CSV file; it spans several lines where a quoted value holds line breaks.
struct CSVRow {
  var cells: [CSVCell]
  /// Line of the first cell.
  var line: Int

  /// Spreadsheets leave such rows behind where cells were emptied.
  var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty } }
}

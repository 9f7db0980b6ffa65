internal import Planning

/// Where the columns of a table stand in its sheet, so that a fault can name the cell.
struct SheetLayout {
  /// `nil` for CSV files, whose faults name the line.
  var sheet: String?
  /// Column by the header that faults show.
  var columns: [String: Int]

  /// The fault with sheet and cell in place of the line's number.
  func located(_ fault: Fault) -> Fault {
    guard let sheet, let line = fault.place.line else { return fault }
    var fault = fault
    fault.place.sheet = sheet
    // A fault of several columns, such as two times that exclude each other, is shown at the first.
    let labels = [fault.field] + fault.field.split(separator: ",").map { $0.trimmed }
    if let column = labels.lazy.compactMap({ columns[$0] }).first {
      fault.place.cell = CellName.column(column) + String(line)
    }
    return fault
  }
}

extension SheetLayout {
  init(_ grid: SheetGrid, _ map: ColumnMap) {
    self.init(sheet: grid.name, columns: map.columnsByHeader)
  }
}

/// One cell, whatever kind of file it comes from, as Camin's readers of text take it.
struct SheetCell: Equatable {
  /// What the file says of it; in a CSV file all is text.
  enum Kind: Equatable {
    case text, number, flag
    /// A number whose format shows a day, a time of day or both.
    case date, time, moment
    /// A formula that came to nothing, such as `#N/A`.
    case error
  }

  var kind: Kind
  /// Dates as `2026-11-25`, times as `08:05`, numbers with a point, flags as `oui` or `non`.
  var text: String
  /// The number that stands in the file, of a workbook's numbers, days and times.
  var number: Double?

  static let empty = SheetCell(kind: .text, text: "")

  static func text(_ text: String) -> SheetCell { SheetCell(kind: .text, text: text) }
}

/// One row of a sheet.
struct SheetRow: Equatable {
  /// Row of the sheet, or line of a CSV file on which it begins, counted from 1.
  var number: Int
  /// From column A on; short where the rest is empty.
  var cells: [SheetCell]
  /// Lines on which the cells begin, in CSV files where a value holds line breaks.
  var lines: [Int] = []

  var isBlank: Bool { cells.allSatisfy(\.text.isEmpty) }

  /// The text of a column; empty where the row ends before it.
  func text(_ column: Int) -> String { cells.indices.contains(column) ? cells[column].text : "" }

  /// As the readers of CSV take it.
  var csv: CSVRow {
    CSVRow(
      cells: cells.enumerated().map { index, cell in
        CSVCell(text: cell.text, line: lines.isEmpty ? number : lines[index])
      }, line: number)
  }
}

/// A sheet of a workbook, or a CSV file.
struct SheetGrid: Equatable {
  /// `nil` for a CSV file.
  var name: String?
  var isHidden = false
  /// Rows with a value in them.
  var rows: [SheetRow]
}

/// Names of columns and cells.
enum CellName {
  /// `A` for 0, `AB` for 27.
  static func column(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// Column from 0 and row from 1 of `C12`; `nil` where it is no such name.
  static func parse(_ name: some StringProtocol) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 100_000_000:
        row = row * 10 + Int(byte) - 48
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }
}

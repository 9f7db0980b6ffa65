/// How much a workbook may hold: far beyond any table of bookings, and small enough that no file, however packed,
/// can exhaust an ordinary machine.
enum SheetLimits {
  /// Bytes of one part of a workbook once unpacked.
  static let part = 200_000_000
  /// Rows of a sheet up to the last one with a value.
  static let rows = 100_000
  /// Columns up to the last one with a value.
  static let columns = 1_000
  /// Cells with a value in a sheet, those filled by merging included.
  static let cells = 2_000_000
  /// Bytes of one cell, as in CSV.
  static let cell = InputLimits.field
  /// Bytes of all texts that cells share.
  static let sharedText = 100_000_000
  /// Elements of a workbook's other parts: styles, sheets, relations.
  static let elements = 1_000_000
}

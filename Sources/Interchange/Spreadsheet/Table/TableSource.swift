public import Planning

/// The cells of a table as text: of an `.xlsx` workbook, or of CSV in any way that spreadsheets write it.
public enum TableSource {
  public struct Sheet: Equatable, Sendable {
    /// Empty for a CSV file.
    public var name: String
    public var isHidden: Bool
    public var rows: [Row]
  }

  public struct Row: Equatable, Sendable {
    /// Row of the sheet or line of the file, from 1.
    public var number: Int
    /// Days as `2026-11-25`, times as `08:05`, numbers with a point, flags as `oui` or `non`; short where the rest is
    /// empty.
    public var cells: [String]
  }

  /// Reads a file.
  ///
  /// - Throws: every fault at once.
  public static func read(_ path: String) throws(Faults) -> [Sheet] {
    let log = InputLog()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let table = TableFile.read(path, as: name, log)
    guard let table, log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return table.grids.map { grid in
      Sheet(
        name: grid.name ?? "", isHidden: grid.isHidden,
        rows: grid.rows.map { Row(number: $0.number, cells: $0.cells.map(\.text)) })
    }
  }
}

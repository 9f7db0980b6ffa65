/// A linear or mixed-integer program as plain data; no solver is involved yet.
///
/// Rows come first, then columns with their coefficients by row. Anything may be written into
/// a model: it is judged, all faults at once, when a session opens or by ``faults()``.
public struct Model: Hashable, Sendable {
  /// Which way is better.
  public enum Direction: Hashable, Sendable {
    case minimize
    case maximize
  }

  public var direction: Direction
  /// Constant added to the objective; finite.
  public var objectiveOffset: Double
  public var rows: [Row]
  public var columns: ColumnBatch

  public init(
    _ direction: Direction = .minimize, rows: [Row] = [], columns: ColumnBatch = ColumnBatch(),
    objectiveOffset: Double = 0
  ) {
    self.direction = direction
    self.rows = rows
    self.columns = columns
    self.objectiveOffset = objectiveOffset
  }

  /// Adds a row without coefficients and returns its index.
  @discardableResult
  public mutating func addRow(_ row: Row) -> Int {
    rows.append(row)
    return rows.count - 1
  }

  /// Adds a column and returns its index; `coefficients` are indexed by row.
  @discardableResult
  public mutating func addColumn(_ column: Column, _ coefficients: [Coefficient]) -> Int {
    columns.append(column, coefficients)
    return columns.count - 1
  }

  /// Adds a column with coefficient 1 in the given rows and returns its index.
  @discardableResult
  public mutating func addColumn(_ column: Column, onesAt rows: [Int]) -> Int {
    columns.append(column, onesAt: rows)
    return columns.count - 1
  }

  /// Everything wrong with this model, up to a hundred faults; empty when it is sound.
  public func faults() -> [ModelFault] {
    var list = FaultList()
    list.checkFinite(objectiveOffset, at: .objective)
    list.check(rows, from: 0)
    list.check(columns, from: 0, rowCount: rows.count)
    return list.faults
  }
}

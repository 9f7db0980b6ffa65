/// Rows with their coefficients over existing columns: cuts, branching rules.
public struct RowBatch: Hashable, Sendable {
  public private(set) var rows: [Row] = []
  /// Vector `i` holds the coefficients of row `i`, indexed by column.
  public private(set) var vectors = SparseVectors()

  public init() {}

  public var count: Int { rows.count }
  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; `coefficients` are indexed by column, in any order.
  public mutating func append(_ row: Row, _ coefficients: [Coefficient] = []) {
    rows.append(row)
    vectors.append(coefficients)
  }

  /// Adds a row with coefficient 1 for the given columns.
  public mutating func append(_ row: Row, onesAt columns: [Int]) {
    rows.append(row)
    vectors.append(onesAt: columns)
  }
}

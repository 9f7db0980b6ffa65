/// Columns with their coefficients, to be added to a problem in one go.
public struct ColumnBatch: Hashable, Sendable {
  public private(set) var columns: [Column] = []
  /// Vector `j` holds the coefficients of column `j`, indexed by row.
  public private(set) var vectors = SparseVectors()

  public init() {}

  public var count: Int { columns.count }
  public var isEmpty: Bool { columns.isEmpty }

  /// Adds a column; `coefficients` are indexed by row, in any order.
  public mutating func append(_ column: Column, _ coefficients: [Coefficient]) {
    columns.append(column)
    vectors.append(coefficients)
  }

  /// Adds a column with coefficient 1 in the given rows.
  public mutating func append(_ column: Column, onesAt rows: [Int]) {
    columns.append(column)
    vectors.append(onesAt: rows)
  }

  public mutating func removeAll(keepingCapacity: Bool = false) {
    columns.removeAll(keepingCapacity: keepingCapacity)
    vectors.removeAll(keepingCapacity: keepingCapacity)
  }
}

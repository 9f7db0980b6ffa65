internal import CGLPKGuard

// Growing, shrinking and changing the problem. New columns enter non-basic and new rows basic,
// so the basis stays usable and the next solve starts warm.
extension Session {
  /// Adds columns and returns their indices.
  @discardableResult
  public mutating func addColumns(
    _ batch: ColumnBatch
  ) throws(LinearProgramError) -> Range<Int> {
    var list = FaultList()
    list.check(batch, from: columnCount, rowCount: rowCount)
    try list.throwIfAny()
    return try load(batch)
  }

  /// Adds a column, its coefficients indexed by row, and returns its index.
  @discardableResult
  public mutating func addColumn(
    _ column: Column, _ coefficients: [Coefficient]
  ) throws(LinearProgramError) -> Int {
    var batch = ColumnBatch()
    batch.append(column, coefficients)
    return try addColumns(batch).lowerBound
  }

  /// Adds rows and returns their indices.
  @discardableResult
  public mutating func addRows(_ batch: RowBatch) throws(LinearProgramError) -> Range<Int> {
    var list = FaultList()
    list.check(batch, from: rowCount, columnCount: columnCount)
    try list.throwIfAny()
    return try load(batch)
  }

  /// Adds a row, its coefficients indexed by column, and returns its index.
  @discardableResult
  public mutating func addRow(
    _ row: Row, _ coefficients: [Coefficient]
  ) throws(LinearProgramError) -> Int {
    var batch = RowBatch()
    batch.append(row, coefficients)
    return try addRows(batch).lowerBound
  }

  /// Deletes columns; those behind move up. Deleting a basic one costs the warm start.
  public mutating func deleteColumns(_ columns: [Int]) throws(LinearProgramError) {
    var list = FaultList()
    list.check(indices: columns, count: columnCount, unique: true) { .column($0) }
    try list.throwIfAny()
    isSolved = false
    try unsafe check(fence_delete_columns(handle, Int32(columns.count), columns.map(Int32.init)))
    var doomed = [Bool](repeating: false, count: columnCount)
    for column in columns { doomed[column] = true }
    var kept: [Column.Kind] = []
    kept.reserveCapacity(columnCount - columns.count)
    for (column, kind) in kinds.enumerated() where !doomed[column] { kept.append(kind) }
    kinds = kept
  }

  /// Deletes rows; those behind move up. Deleting a binding one costs the warm start.
  public mutating func deleteRows(_ rows: [Int]) throws(LinearProgramError) {
    var list = FaultList()
    list.check(indices: rows, count: rowCount, unique: true) { .row($0) }
    try list.throwIfAny()
    isSolved = false
    try unsafe check(fence_delete_rows(handle, Int32(rows.count), rows.map(Int32.init)))
    rowCount -= rows.count
  }

  /// Sets the bounds of `columns[k]` to `lower[k] ... upper[k]`.
  public mutating func setBounds(
    ofColumns columns: [Int], lower: [Double], upper: [Double]
  ) throws(LinearProgramError) {
    var list = FaultList()
    list.check(count: lower.count, of: "lower", expected: columns.count)
    list.check(count: upper.count, of: "upper", expected: columns.count)
    list.check(indices: columns, count: columnCount, unique: false) { .column($0) }
    try list.throwIfAny()
    for (k, column) in columns.enumerated() {
      let integer = kinds[column] == .integer
      list.checkBounds(lower[k], upper[k], integer: integer, at: .column(column))
    }
    try list.throwIfAny()
    isSolved = false
    let (count, indices) = (Int32(columns.count), columns.map(Int32.init))
    try unsafe check(fence_set_column_bounds(handle, count, indices, lower, upper))
  }

  public mutating func setBounds(
    ofColumn column: Int, lower: Double, upper: Double
  ) throws(LinearProgramError) {
    try setBounds(ofColumns: [column], lower: [lower], upper: [upper])
  }

  /// Replaces the bounds of `rows[k]` by those of `bounds[k]`.
  public mutating func setBounds(
    ofRows rows: [Int], to bounds: [Row]
  ) throws(LinearProgramError) {
    var list = FaultList()
    list.check(count: bounds.count, of: "bounds", expected: rows.count)
    list.check(indices: rows, count: rowCount, unique: false) { .row($0) }
    try list.throwIfAny()
    for (row, bound) in zip(rows, bounds) {
      list.checkBounds(bound.lower, bound.upper, integer: false, at: .row(row))
    }
    try list.throwIfAny()
    isSolved = false
    let (count, indices) = (Int32(rows.count), rows.map(Int32.init))
    let (lower, upper) = (bounds.map(\.lower), bounds.map(\.upper))
    try unsafe check(fence_set_row_bounds(handle, count, indices, lower, upper))
  }

  /// Sets the cost of `columns[k]` to `costs[k]`.
  public mutating func setCosts(
    _ costs: [Double], ofColumns columns: [Int]
  ) throws(LinearProgramError) {
    var list = FaultList()
    list.check(count: costs.count, of: "costs", expected: columns.count)
    list.check(indices: columns, count: columnCount, unique: false) { .column($0) }
    for (cost, column) in zip(costs, columns) { list.checkFinite(cost, at: .column(column)) }
    try list.throwIfAny()
    isSolved = false
    let (count, indices) = (Int32(columns.count), columns.map(Int32.init))
    try unsafe check(fence_set_costs(handle, count, indices, costs))
  }

  /// Loads columns already judged sound.
  @discardableResult
  mutating func load(_ batch: ColumnBatch) throws(LinearProgramError) -> Range<Int> {
    let first = columnCount
    isSolved = false
    let columns = batch.columns
    let kindBytes = columns.map(\.kind.rawValue)
    try unsafe check(
      fence_add_columns(
        handle, Int32(columns.count), columns.map(\.lower), columns.map(\.upper),
        columns.map(\.cost), kindBytes, batch.vectors.starts, batch.vectors.indices,
        batch.vectors.values))
    for column in columns { kinds.append(column.kind) }
    return first..<columnCount
  }

  /// Loads rows already judged sound.
  @discardableResult
  mutating func load(_ batch: RowBatch) throws(LinearProgramError) -> Range<Int> {
    let first = rowCount
    isSolved = false
    let rows = batch.rows
    try unsafe check(
      fence_add_rows(
        handle, Int32(rows.count), rows.map(\.lower), rows.map(\.upper), batch.vectors.starts,
        batch.vectors.indices, batch.vectors.values))
    rowCount += rows.count
    return first..<rowCount
  }
}

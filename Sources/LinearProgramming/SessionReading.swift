internal import CGLPKGuard

// The last basic solution, as arrays. All throw `.nothingSolved` when the problem has changed
// since it was solved, or never was; after a limit they describe the point where it stopped.
extension Session {
  /// Value of each column.
  public func values() throws(LinearProgramError) -> [Double] {
    var values = [Double](repeating: 0, count: columnCount)
    try requireSolved()
    try unsafe check(fence_read_columns(handle, &values, nil, nil))
    return values
  }

  /// Weighted sum of each row.
  public func rowActivities() throws(LinearProgramError) -> [Double] {
    var activities = [Double](repeating: 0, count: rowCount)
    try requireSolved()
    try unsafe check(fence_read_rows(handle, &activities, nil, nil))
    return activities
  }

  /// Dual value of each row: what the objective gains by one more unit of the row's bound.
  /// A row that does not bind has 0.
  public func duals() throws(LinearProgramError) -> [Double] {
    var duals: [Double] = []
    try readDuals(into: &duals)
    return duals
  }

  /// As ``duals()``, into an array that is used again.
  public func readDuals(into duals: inout [Double]) throws(LinearProgramError) {
    try requireSolved()
    if duals.count != rowCount { duals = [Double](repeating: 0, count: rowCount) }
    try unsafe check(fence_read_rows(handle, nil, &duals, nil))
  }

  /// Reduced cost of each column: its cost less the duals of its rows times its coefficients.
  public func reducedCosts() throws(LinearProgramError) -> [Double] {
    var costs = [Double](repeating: 0, count: columnCount)
    try requireSolved()
    try unsafe check(fence_read_columns(handle, nil, &costs, nil))
    return costs
  }

  /// The current basis; there is one even before anything is solved.
  public func basis() throws(LinearProgramError) -> Basis {
    var rows = [UInt8](repeating: 0, count: rowCount)
    var columns = [UInt8](repeating: 0, count: columnCount)
    try unsafe check(fence_read_rows(handle, nil, nil, &rows))
    try unsafe check(fence_read_columns(handle, nil, nil, &columns))
    return Basis(
      rows: rows.map { Basis.Status(rawValue: $0) ?? .basic },
      columns: columns.map { Basis.Status(rawValue: $0) ?? .basic })
  }

  /// Judges any point against the problem: rows, bounds, integrality.
  public func check(
    _ values: [Double], tolerance: Double = 1e-6
  ) throws(LinearProgramError) -> PointCheck {
    var list = FaultList()
    list.check(count: values.count, of: "values", expected: columnCount)
    for (column, value) in values.enumerated() { list.checkFinite(value, at: .column(column)) }
    try list.throwIfAny()
    var answer = fence_point_check()
    try unsafe check(fence_check_point(handle, values, &answer))
    let index = Int(answer.index)
    let isRow = Int(answer.kind) == FENCE_ROW
    let place: ModelFault.Place = isRow ? .row(index) : .column(index)
    return PointCheck(
      objective: answer.objective,
      worst: answer.violation > tolerance
        ? ModelFault(place, .violated(by: answer.violation)) : nil)
  }

  private func requireSolved() throws(LinearProgramError) {
    if !isSolved { throw .nothingSolved }
  }
}

/// What ``Session/check(_:tolerance:)`` says of a point.
public struct PointCheck: Hashable, Sendable {
  /// Objective at the point.
  public var objective: Double
  /// The largest violation of a row, a bound or integrality; `nil` when the point is feasible.
  public var worst: ModelFault?
  public var isFeasible: Bool { worst == nil }
}

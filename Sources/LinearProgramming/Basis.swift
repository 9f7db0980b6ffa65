/// Which variables are basic and where the others rest; a warm start to be kept for later.
public struct Basis: Hashable, Sendable {
  public enum Status: UInt8, Hashable, Sendable, BitwiseCopyable {
    case basic = 0
    case atLower = 1
    case atUpper = 2
    /// Not basic and without bounds: it rests at 0.
    case free = 3
    case fixed = 4
  }

  /// One status per row, of the row's sum.
  public var rows: [Status]
  /// One status per column.
  public var columns: [Status]

  public init(rows: [Status], columns: [Status]) {
    self.rows = rows
    self.columns = columns
  }
}

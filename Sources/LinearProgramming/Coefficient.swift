/// One non-zero: the row's index within a column, or the column's index within a row.
public struct Coefficient: Hashable, Sendable, BitwiseCopyable {
  public var index: Int
  public var value: Double

  public init(_ index: Int, _ value: Double) {
    self.index = index
    self.value = value
  }
}

/// A constraint: bounds on a weighted sum of columns.
public struct Row: Hashable, Sendable, BitwiseCopyable {
  /// Least value of the sum; `-.infinity` when there is none.
  public var lower: Double
  /// Greatest value of the sum; `.infinity` when there is none.
  public var upper: Double

  /// A ranged row, `lower <= sum <= upper`.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  public static func equal(to value: Double) -> Row { Row(lower: value, upper: value) }
  public static func atLeast(_ value: Double) -> Row { Row(lower: value, upper: .infinity) }
  public static func atMost(_ value: Double) -> Row { Row(lower: -.infinity, upper: value) }
  /// No bound at all: the sum is only reported.
  public static var free: Row { Row(lower: -.infinity, upper: .infinity) }
}

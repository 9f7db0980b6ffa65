/// A variable: what one unit costs and how far it may go.
public struct Column: Hashable, Sendable, BitwiseCopyable {
  /// Whether fractions are allowed.
  public enum Kind: UInt8, Hashable, Sendable, BitwiseCopyable {
    case continuous = 0
    case integer = 1
  }

  /// Objective coefficient, in the objective's unit; finite.
  public var cost: Double
  /// Least value; `-.infinity` when there is none.
  public var lower: Double
  /// Greatest value; `.infinity` when there is none.
  public var upper: Double
  public var kind: Kind

  /// A continuous variable, by default 0 or more.
  public init(
    cost: Double, lower: Double = 0, upper: Double = .infinity, kind: Kind = .continuous
  ) {
    self.cost = cost
    self.lower = lower
    self.upper = upper
    self.kind = kind
  }

  /// An integer variable between 0 and 1.
  public static func binary(cost: Double) -> Column {
    Column(cost: cost, lower: 0, upper: 1, kind: .integer)
  }

  /// An integer variable; its bounds are integers or infinite.
  public static func integer(
    cost: Double, lower: Double = 0, upper: Double = .infinity
  ) -> Column {
    Column(cost: cost, lower: lower, upper: upper, kind: .integer)
  }
}

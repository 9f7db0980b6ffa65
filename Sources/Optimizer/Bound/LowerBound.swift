public import DialARide

/// A number that no solution's cost is below, and what proves it.
public struct LowerBound: Sendable, Hashable {
  /// How the bound was proven, the weakest kind first.
  public enum Proof: String, Codable, Sendable {
    /// No more than that costs are not negative.
    case trivial
    /// Routes priced over a relaxation of their rules.
    case relaxation
    /// Column generation with exact pricing.
    case columnGeneration
    /// All alternatives were enumerated.
    case enumeration
  }

  public var value: Double
  public var proof: Proof
  /// No solution is cheaper than the incumbent.
  public var isOptimal: Bool
  /// Lagrangian multipliers, one a request.
  public var duals: [Double]
  /// Multipliers of requests that the same vehicle serves.
  public var ties: [TieMultiplier]
  /// The bound that the multipliers alone prove; at most `value`.
  public var lagrangian: Double

  public init(
    value: Double, proof: Proof, isOptimal: Bool, duals: [Double], ties: [TieMultiplier] = [],
    lagrangian: Double
  ) {
    self.value = value
    self.proof = proof
    self.isOptimal = isOptimal
    self.duals = duals
    self.ties = ties
    self.lagrangian = lagrangian
  }
}

/// What is proven of a solution's cost: a number below which no solution can go, and the gap it leaves.
///
/// The gap is defined here, once for files, reports and messages: `(objective - lowerBound) / objective`, a
/// fraction from 0 to 1. It says which share of its cost any better solution could save at most. Where
/// the objective is zero, or the bound is not below it, the gap is 0.
public struct ProvenBound: Codable, Hashable, Sendable {
  /// How the bound was proven, the weakest kind first. Raw values are stable: files name them.
  public enum Proof: String, Codable, CaseIterable, Hashable, Sendable {
    /// No more than that costs are not negative: of no use.
    case trivial
    /// Routes priced over a relaxation of their rules.
    case relaxation
    /// Column generation: routes priced exactly but for the rules that its certificate names.
    case columnGeneration = "column_generation"
    /// All alternatives were enumerated, by branch and price or by an exact integer program.
    case enumeration
  }

  /// Why numbers that a file states cannot be true together.
  public enum Inconsistency: Hashable, Sendable {
    /// A number is not finite, or is negative.
    case notANumber
    /// The bound is above the objective of a solution.
    case boundAboveObjective
    /// The gap is not what the definition gives.
    case wrongGap(expected: Double)
    /// The solution is called optimal in spite of a gap.
    case optimalWithGap
  }

  /// What was minimised: routes and penalties of unserved requests.
  public var objective: Double
  public var lowerBound: Double
  /// As stated; a sound one is `gap(objective:lowerBound:)`.
  public var gap: Double
  public var proof: Proof
  /// No solution is cheaper.
  public var isOptimal: Bool

  /// Share of the objective by which bound and objective may contradict each other through rounding.
  public static let tolerance = 1e-6

  /// States a bound and the gap that follows from it.
  public init(objective: Double, lowerBound: Double, proof: Proof, isOptimal: Bool) {
    self.init(
      objective: objective, lowerBound: lowerBound,
      gap: Self.gap(objective: objective, lowerBound: lowerBound), proof: proof,
      isOptimal: isOptimal)
  }

  /// A bound as a file states it, gap included.
  public init(
    objective: Double, lowerBound: Double, gap: Double, proof: Proof, isOptimal: Bool
  ) {
    self.objective = objective
    self.lowerBound = lowerBound
    self.gap = gap
    self.proof = proof
    self.isOptimal = isOptimal
  }

  /// `(objective - lowerBound) / objective`; 0 where that is negative or the objective is zero.
  public static func gap(objective: Double, lowerBound: Double) -> Double {
    guard objective > 0, lowerBound < objective else { return 0 }
    return (objective - lowerBound) / objective
  }

  /// What contradicts itself in the statement; empty: nothing does.
  public var inconsistencies: [Inconsistency] {
    guard [objective, lowerBound, gap].allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      return [.notANumber]
    }
    var found: [Inconsistency] = []
    if lowerBound > objective + Self.tolerance * max(1, objective) {
      found.append(.boundAboveObjective)
    }
    let expected = Self.gap(objective: objective, lowerBound: lowerBound)
    if abs(gap - expected) > Self.tolerance { found.append(.wrongGap(expected: expected)) }
    if isOptimal && max(gap, expected) > Self.tolerance { found.append(.optimalWithGap) }
    return found
  }
}

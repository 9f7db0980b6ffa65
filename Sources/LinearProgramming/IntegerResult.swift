/// What branch and bound found and what it proved.
public struct IntegerResult: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    /// `solution` is optimal, up to 1e-7 of the objective.
    case optimal
    /// `solution` is feasible; a limit ended the search before the proof.
    case feasible
    case infeasible
    case unbounded
    /// Proved: nothing is better than the cutoff.
    case nothingBetter
    /// A limit ended the search before any wanted solution was found.
    case unknown
  }

  /// What ended the search before its proof.
  public enum Limit: Hashable, Sendable {
    case time
    case nodes
    /// The relative gap asked for was reached.
    case relativeGap
    /// The stop flag was raised.
    case stopFlag
    /// A node's relaxation could not be solved; what was found and proved until then holds.
    case numericalTrouble
  }

  public struct Solution: Hashable, Sendable {
    public var objective: Double
    /// One value per column; those of integer columns are whole numbers.
    public var values: [Double]
  }

  public var status: Status
  /// The best solution: the solver's, or the incumbent given when nothing beat it.
  public var solution: Solution?
  /// No feasible point that beats the cutoff is better than this; up to the solver's tolerance,
  /// about 1e-7 of the objective. Infinite when nothing was proved, and, the other way, when
  /// there is no feasible point.
  public var bound: Double
  public var limit: Limit?
  /// Nodes worked on, the root included.
  public var nodes: Int
  /// Simplex iterations at the root; GLPK does not count those in the tree here.
  public var rootIterations: Int
  /// Columns fixed by their reduced cost.
  public var fixedColumns: Int
}

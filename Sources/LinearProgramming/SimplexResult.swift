/// How a run of the simplex method ended. Values and duals are read from the session.
public struct SimplexResult: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    case optimal
    case infeasible
    case unbounded
    case iterationLimit
    case timeLimit
    /// The stop flag was raised.
    case stopped
  }

  public var status: Status
  /// Objective of the last basic solution: the optimum when `status` is `.optimal`; else an
  /// objective that a feasible point attains if `isPrimalFeasible`, and nothing if not.
  public var objective: Double
  /// Whether the last basic solution satisfies all rows and bounds.
  public var isPrimalFeasible: Bool
  public var iterations: Int
  /// Whether the basis at hand could not be used and the method began anew; happens when a
  /// basic column was deleted.
  public var basisWasRebuilt: Bool
}

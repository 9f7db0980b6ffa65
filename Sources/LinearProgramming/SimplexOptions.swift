/// How to run the simplex method.
public struct SimplexOptions: Sendable {
  public enum Method: Hashable, Sendable {
    /// After new columns or changed costs, when the old point is still feasible.
    case primal
    /// After new rows or changed bounds, when the old duals are still feasible. Falls back on
    /// the primal method.
    case dual
  }

  public var method: Method
  /// Most iterations; `nil` for no limit. The same limit stops at the same point everywhere.
  public var iterationLimit: Int?
  public var timeLimit: Duration?
  public var stop: StopFlag?

  public init(
    method: Method = .primal, iterationLimit: Int? = nil, timeLimit: Duration? = nil,
    stop: StopFlag? = nil
  ) {
    self.method = method
    self.iterationLimit = iterationLimit
    self.timeLimit = timeLimit
    self.stop = stop
  }
}

extension Duration {
  /// Seconds as the C side wants them.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

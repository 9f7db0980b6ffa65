public import Optimizer

/// What robustness has brought, and what it costs.
public struct RobustOutcome: Sendable {
  /// One plan as it was rehearsed.
  public struct Standing: Hashable, Sendable, Encodable {
    /// On average over the days.
    public var lateRiders = 0.0
    public var missedAppointments = 0.0
    public var leftBehind = 0.0
    /// Chance of a day on which nobody is late.
    public var holds = 0.0
    /// Euros of the runs.
    public var cost = 0.0
    public var kilometres = 0.0
    public var servedLegs = 0
  }

  /// With the solution kept; the bound is the first search's.
  public internal(set) var result: SearchResult
  public internal(set) var before = Standing()
  public internal(set) var after = Standing()
  /// The best of the plans with slack that cost more than they were worth.
  public internal(set) var refused: Standing?
  /// Euros that one late rider fewer may cost.
  public let price: Double
  /// Plans made with slack, and kept.
  public internal(set) var rounds = 0
  public internal(set) var kept = 0

  init(result: SearchResult, price: Double) {
    self.result = result
    self.price = price
  }
}

/// The hours within a shift that its driver would rather keep to.
///
/// A route departs no sooner than they begin where it can, and else as late as it can; it ends as early as that allows,
/// unless somebody would be too early for it (`earlinessCost`). Each second that it departs before them or arrives after them
/// costs, as part of `CostBreakdown.lateness`.
public struct PreferredHours: Codable, Hashable, Sendable {
  public var window: TimeWindow
  /// Cost of each second outside, in the problem's cost unit.
  public var costPerSecond: Double

  public init(_ window: TimeWindow, costPerSecond: Double) {
    self.window = window
    self.costPerSecond = costPerSecond
  }

  /// What a route costs that is driven from `departure` to `arrival`.
  public func cost(from departure: Double, to arrival: Double) -> Double {
    (max(0, window.start - departure) + max(0, arrival - window.end)) * costPerSecond
  }
}

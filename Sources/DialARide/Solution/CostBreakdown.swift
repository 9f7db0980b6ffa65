/// The objective by cause, in the cost unit of the problem.
public struct CostBreakdown: Codable, Hashable, Sendable {
  public var fixed = 0.0
  /// Of metres and tolls.
  public var distance = 0.0
  public var driving = 0.0
  public var waiting = 0.0
  /// Of service after due times and before ready times, and of routes outside their preferred hours.
  public var lateness = 0.0
  /// Who rides with whom it would rather not, and vehicles sent out for few.
  public var preferences = 0.0
  /// Penalties of unserved demands that need not be served.
  public var unserved = 0.0
  /// Number of unserved demands that must be served; not part of `total`.
  public var mandatoryUnserved = 0

  public init() {}

  /// Cost of the routes alone.
  public var routing: Double { fixed + distance + driving + waiting + lateness + preferences }

  public var total: Double { routing + unserved }

  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.fixed += b.fixed
    sum.distance += b.distance
    sum.driving += b.driving
    sum.waiting += b.waiting
    sum.lateness += b.lateness
    sum.preferences += b.preferences
    sum.unserved += b.unserved
    sum.mandatoryUnserved += b.mandatoryUnserved
    return sum
  }
}

/// The best value that somebody has published for an instance.
public struct BestKnownValue: Hashable, Sendable {
  /// As the literature states costs: see `Instance.statedCost`.
  public var cost: Double
  /// Digits after the point to which a cost is rounded before it is compared.
  public var decimals: Int
  /// Vehicles of that solution; for objectives that put them first.
  public var vehicles: Int?
  public var isProvenOptimal: Bool

  public init(cost: Double, decimals: Int = 2, vehicles: Int? = nil, isProvenOptimal: Bool = false)
  {
    self.cost = cost
    self.decimals = decimals
    self.vehicles = vehicles
    self.isProvenOptimal = isProvenOptimal
  }

  /// A cost with as many digits as the value has, rounded half away from zero.
  public func rounded(_ cost: Double) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (cost * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  /// How far a cost is above the value, as a fraction of it, after rounding; negative: better than known.
  /// Where the value is zero, the difference itself.
  public func gap(_ cost: Double) -> Double {
    let above = rounded(cost) - self.cost
    return self.cost == 0 ? above : above / self.cost
  }
}

/// How far riders who share a vehicle may be taken out of their way for each other: the more they are, the farther.
///
/// It holds for requests with `RequestDraft.sharesDetour`; others on board neither count nor are limited.
public struct SharedDetour: Codable, Hashable, Sendable {
  /// Metres allowed for each fellow rider.
  public var perFellow: Double
  /// Metres allowed at most, however many they are.
  public var most: Double
  /// A rider's distance on board, beyond the direct one, is limited by the greatest number of fellows on board at once.
  public var limitsRiders: Bool
  /// The distance of a tour, from where the first of them gets in to where the last gets out, beyond the direct one
  /// between these two places, is limited by the number of fellows in the tour.
  public var limitsTours: Bool

  public init(perFellow: Double, most: Double, limitsRiders: Bool = true, limitsTours: Bool = true)
  {
    self.perFellow = perFellow
    self.most = most
    self.limitsRiders = limitsRiders
    self.limitsTours = limitsTours
  }

  /// Metres allowed with so many fellows; alone nobody is taken out of the way for anybody.
  public func longest(fellows: Int) -> Double {
    fellows > 0 ? min(Double(fellows) * perFellow, most) : .infinity
  }
}

/// A leg that somebody outside the scheme drives: served, but dearer (R33).
public struct OutsideRide: Codable, Hashable, Sendable {
  /// Id of the territory's fallback.
  public var fallback: String
  public var leg: String
  public var booking: String
  public var rider: String
  /// Euros.
  public var price: Double

  public init(fallback: String, leg: String, booking: String, rider: String, price: Double) {
    self.fallback = fallback
    self.leg = leg
    self.booking = booking
    self.rider = rider
    self.price = price
  }
}

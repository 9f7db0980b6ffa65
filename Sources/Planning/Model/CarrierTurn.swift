/// A firm's part in the rota by which patients who leave the choice to the scheme are shared out (R14).
public struct CarrierTurn: Codable, Hashable, Sendable {
  public var carrier: String
  /// Weight of its part; parts are in proportion to each other.
  public var share: Double
  /// Legs of such patients that it has been given since the month began, before the day planned.
  public var legsThisMonth: Int

  public init(carrier: String, share: Double, legsThisMonth: Int = 0) {
    self.carrier = carrier
    self.share = share
    self.legsThisMonth = legsThisMonth
  }
}

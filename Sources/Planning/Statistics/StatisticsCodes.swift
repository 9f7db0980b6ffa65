/// What reports may count a booking under (R19). It stands in a table of its own, which the planning never sees.
public struct StatisticsCodes: Hashable, Sendable {
  /// Id of a booking, or of a standing order for all that it becomes.
  public var booking: String
  /// Coarse codes; empty: not stated.
  public var purpose: String
  public var ageBand: String
  public var funding: String
  /// Where the rider lives, a code or a name (R39).
  public var commune: String

  public init(
    booking: String, purpose: String = "", ageBand: String = "", funding: String = "",
    commune: String = ""
  ) {
    self.booking = booking
    self.purpose = purpose
    self.ageBand = ageBand
    self.funding = funding
    self.commune = commune
  }
}

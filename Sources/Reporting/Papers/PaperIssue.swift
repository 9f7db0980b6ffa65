public import Planning

/// Which issue of the papers this is, so that two sheets of one day can be told apart (R57).
public struct PaperIssue: Hashable, Sendable {
  /// From 1; the papers of a plan that changes what people were told have a higher one.
  public var number: Int
  /// When the papers were made, by the territory's clock.
  public var at: LocalMoment

  public init(number: Int, at: LocalMoment) {
    self.number = number
    self.at = at
  }
}

/// What riders are asked for their rides, where it is known.
public struct RidePrices: Hashable, Sendable {
  /// Cents by leg.
  public var cents: [String: Int]
  /// Legs that the health insurance pays on a prescription.
  public var prescribed: Set<String>

  public init(cents: [String: Int] = [:], prescribed: Set<String> = []) {
    self.cents = cents
    self.prescribed = prescribed
  }

  /// Riders with volunteers are asked a share, those of demand-responsive services a fare.
  public init(_ tariff: DayTariff) {
    let asked =
      tariff.shares.map { ($0.leg, $0.shareCents) } + tariff.fares.map { ($0.leg, $0.fareCents) }
    self.init(
      cents: Dictionary(asked, uniquingKeysWith: { first, _ in first }),
      prescribed: Set(tariff.patients.map(\.leg)))
  }
}

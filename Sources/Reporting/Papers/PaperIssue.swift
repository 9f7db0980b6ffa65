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

  /// Riders with volunteers are asked a share; what a TAD costs stands in no profile.
  public init(_ tariff: DayTariff) {
    self.init(
      cents: Dictionary(
        tariff.shares.map { ($0.leg, $0.shareCents) }, uniquingKeysWith: { first, _ in first }),
      prescribed: Set(tariff.patients.map(\.leg)))
  }
}

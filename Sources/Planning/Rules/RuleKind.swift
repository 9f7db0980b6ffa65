/// The kinds of rules that a plan stands on; a territory has one profile of each in force.
public enum RuleKind: String, Codable, Sendable, CaseIterable {
  /// Shared seated-patient transport.
  case tap
  case vsl
  case taxi
  /// Transport d'utilité sociale: who may ride with volunteers, and how far.
  case tus
  case tad
  case volunteer
  /// What need codes take up on board and in time.
  case needs
  /// Travel estimates where there is no road network, and how much longer than road times is driven.
  case roads
  /// Weights of the objective.
  case objective
  /// How days turn out otherwise than planned; no plan stands on it, rehearsals do (R49).
  case rehearsal
}

/// Name of one figure that the planning reads.
public struct FigureKey: Hashable, Sendable {
  /// What a figure measures, so that a profile with the wrong unit is refused.
  public enum Measure: Sendable {
    case time, distance, money, ratio, count, flag, speed
    /// Euros, and euros per kilometre, where one for the other would be wrong.
    case amount, rate

    /// Units a profile may state.
    public var units: [String] {
      switch self {
      case .time: ["s", "min", "h"]
      case .distance: ["m", "km"]
      case .money: ["EUR", "EUR/km", "EUR/h", "EUR/1000km"]
      case .ratio: ["ratio"]
      case .count: ["count"]
      case .flag: ["flag"]
      case .speed: ["km/h"]
      case .amount: ["EUR"]
      case .rate: ["EUR/km"]
      }
    }
  }
  public var kind: RuleKind
  public var key: String
  public var measure: Measure
  /// A plan can do without it.
  public var optional: Bool

  public init(_ kind: RuleKind, _ key: String, _ measure: Measure, optional: Bool = false) {
    self.kind = kind
    self.key = key
    self.measure = measure
    self.optional = optional
  }
}

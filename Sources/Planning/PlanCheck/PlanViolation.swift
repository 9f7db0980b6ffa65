/// One rule that a plan breaks, for people and for files (R44).
public struct PlanViolation: Codable, Hashable, Sendable {
  /// Stable id: a rule of the exact checker (`ride-time`, `capacity`, …), or one of the domain's own
  /// (`waiting-budget`, `patient-detour`, `accompany`, `not-eligible`, `unknown-leg`, `lost-leg`, …).
  public var rule: String
  /// Figure behind the limit, e.g. `tap-2025.wait_total`; empty where the limit is the scenario's own.
  public var figure: String
  /// Run id; empty where no single run is at fault.
  public var run: String
  public var legs: [String]
  /// Riders affected, by id.
  public var riders: [String]
  public var value: Double?
  public var limit: Double?
  /// `s`, `m`, `clock` (seconds since local midnight), `count`, `km`, `EUR` or empty.
  public var unit: String
  /// What the figure rests on; empty where the limit is the scenario's own.
  public var source: String
  /// A decision of the coordinator demands it.
  public var decided: Bool
  public var text: Bilingual

  public init(
    rule: String, figure: String = "", run: String = "", legs: [String] = [],
    riders: [String] = [], value: Double? = nil, limit: Double? = nil, unit: String = "",
    source: String = "", decided: Bool = false, text: Bilingual
  ) {
    self.rule = rule
    self.figure = figure
    self.run = run
    self.legs = legs
    self.riders = riders
    self.value = value
    self.limit = limit
    self.unit = unit
    self.source = source
    self.decided = decided
    self.text = text
  }
}

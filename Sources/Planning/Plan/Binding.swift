/// What keeps one leg from some of the volunteers and vehicles (R45).
public struct Binding: Codable, Hashable, Sendable {
  /// Id of the leg.
  public var leg: String
  /// Figure or rule that binds, e.g. `tus-2019.most_distance`, `longest-kilometres`, `availability`.
  public var rule: String
  /// Ids of the resources that it binds, as the scenario has them.
  public var resources: [String]
  /// What was found and what is allowed, in `unit`; `nil` where the rule is no number.
  public var value: Double?
  public var limit: Double?
  public var unit: String
  /// Where the rule stands; empty for wishes of people and for what others take up.
  public var source: String
  /// Shown to hold whatever else is planned, rather than beside the plan as it stands.
  public var proven: Bool
  public var text: Bilingual

  public init(
    leg: String, rule: String, resources: [String], value: Double? = nil, limit: Double? = nil,
    unit: String = "", source: String = "", proven: Bool, text: Bilingual
  ) {
    self.leg = leg
    self.rule = rule
    self.resources = resources
    self.value = value
    self.limit = limit
    self.unit = unit
    self.source = source
    self.proven = proven
    self.text = text
  }
}

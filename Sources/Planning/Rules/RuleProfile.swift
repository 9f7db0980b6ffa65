/// One figure of a rule, with what it rests on.
public struct Figure: Codable, Hashable, Sendable {
  /// How well the figure is known.
  public enum Status: String, Codable, Sendable {
    /// Read in the official text.
    case confirmed
    /// Read in secondary sources.
    case secondary
    /// Camin's own default, to be confirmed with the coordinator.
    case assumed
  }
  public var value: Double
  public var unit: String
  public var source: String
  public var status: Status

  public init(value: Double, unit: String, source: String, status: Status) {
    self.value = value
    self.unit = unit
    self.source = source
    self.status = status
  }
}

/// A dated set of figures of one kind of rule: a law, a convention or a local habit.
public struct RuleProfile: Codable, Hashable, Sendable {
  /// E.g. `tap-2025`.
  public var id: String
  /// `tap`, `vsl`, `taxi`, `tus`, `tad`, `volunteer`, `needs`, `roads`, `objective`,
  /// `rehearsal`.
  public var kind: String
  public var title: Bilingual
  public var validFrom: PlanDate
  /// Last day in force; `nil`: open.
  public var validTo: PlanDate?
  /// Figures by key, e.g. `wait_total_min`.
  public var figures: [String: Figure]

  public init(
    id: String, kind: String, title: Bilingual, validFrom: PlanDate, validTo: PlanDate? = nil,
    figures: [String: Figure] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.validFrom = validFrom
    self.validTo = validTo
    self.figures = figures
  }
}

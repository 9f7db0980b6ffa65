public import Planning

/// When a leg is left to scheduled transport (R12), by the territory's profile.
public struct SteeringRule: Hashable, Sendable {
  /// Whether volunteers stay at home where scheduled transport will do.
  public var isOn: Bool
  /// Metres on foot in all.
  public var walk: Int
  public var changes: Int
  /// Seconds before an appointment: at most, and at least.
  public var early: Int
  public var margin: Int
  /// Seconds after the time wished.
  public var late: Int
  /// Longest journey over the direct drive.
  public var ratio: Double
  /// Seconds that a direct drive counts as at least.
  public var leastDirect: Int

  public init(
    isOn: Bool, walk: Int, changes: Int, early: Int, margin: Int, late: Int, ratio: Double,
    leastDirect: Int
  ) {
    self.isOn = isOn
    self.walk = walk
    self.changes = changes
    self.early = early
    self.margin = margin
    self.late = late
    self.ratio = ratio
    self.leastDirect = leastDirect
  }

  /// Longest journey by scheduled transport in place of a direct drive, seconds.
  public func longest(for direct: Int) -> Double { ratio * Double(max(direct, leastDirect)) }

  public static let figures: [FigureKey] = [
    .steer, .steerWalk, .steerChanges, .steerEarly, .steerMargin, .steerLate, .steerRatio,
  ]

  /// - Returns: `nil` where the profiles in force lack one of `figures`.
  public init?(_ rules: RuleBook) {
    guard Self.figures.allSatisfy({ rules.figure($0) != nil }) else { return nil }
    self.init(
      isOn: rules.isSet(.steer), walk: rules.metres(.steerWalk), changes: Int(rules[.steerChanges]),
      early: rules.seconds(.steerEarly), margin: rules.seconds(.steerMargin),
      late: rules.seconds(.steerLate), ratio: rules[.steerRatio],
      leastDirect: rules.figure(.steerLeastDirect) == nil ? 0 : rules.seconds(.steerLeastDirect))
  }
}

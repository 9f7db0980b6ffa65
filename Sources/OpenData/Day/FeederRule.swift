public import Planning

/// When a leg may be planned as a feeder trip (R12), by the territory's profile.
public struct FeederRule: Hashable, Sendable {
  /// Whether feeder trips are offered at all.
  public var isOn: Bool
  /// Metres from the door to the stop, in a straight line.
  public var reach: Double
  /// Stops looked at near a door.
  public var stops: Int
  /// Trips offered for one leg.
  public var forms: Int
  /// Seconds from the end of the ride until scheduled transport leaves, and from its arrival until the ride begins.
  public var margin: Int
  public var after: Int
  /// Seconds at the stop on top of the margin, at most.
  public var wait: Int
  /// Longest trip in all over the direct drive.
  public var ratio: Double

  public init(
    isOn: Bool, reach: Double, stops: Int, forms: Int, margin: Int, after: Int, wait: Int,
    ratio: Double
  ) {
    self.isOn = isOn
    self.reach = reach
    self.stops = stops
    self.forms = forms
    self.margin = margin
    self.after = after
    self.wait = wait
    self.ratio = ratio
  }

  public static let figures: [FigureKey] = [
    .feeder, .feederReach, .feederStops, .feederForms, .feederMargin, .feederAfter, .feederWait,
    .feederRatio,
  ]

  /// - Returns: `nil` where the profiles in force lack one of `figures`.
  public init?(_ rules: RuleBook) {
    guard Self.figures.allSatisfy({ rules.figure($0) != nil }) else { return nil }
    self.init(
      isOn: rules.isSet(.feeder), reach: Double(rules.metres(.feederReach)),
      stops: Int(rules[.feederStops]), forms: Int(rules[.feederForms]),
      margin: rules.seconds(.feederMargin), after: rules.seconds(.feederAfter),
      wait: rules.seconds(.feederWait), ratio: rules[.feederRatio])
  }
}

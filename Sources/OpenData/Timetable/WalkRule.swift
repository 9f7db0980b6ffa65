public import Planning

/// How a rider walks to, from and between stops.
public struct WalkRule: Hashable, Sendable {
  /// Metres a second.
  public var speed: Double
  /// Length of a way over the straight line.
  public var factor: Double
  /// Metres to the first and from the last stop, each, along the way.
  public var longest: Double
  /// Metres between two stops.
  public var longestChange: Double
  /// Seconds from getting off to getting on at one stop; a walk between two stops takes them besides.
  public var change: Int

  public init(
    speed: Double, factor: Double, longest: Double, longestChange: Double, change: Int
  ) {
    self.speed = speed
    self.factor = factor
    self.longest = longest
    self.longestChange = longestChange
    self.change = change
  }

  /// Figures that the rule is made of.
  public static let figures: [FigureKey] = [
    .walkSpeed, .walkFactor, .transitWalkLongest, .transitWalkChange, .transitChange,
  ]

  /// - Returns: `nil` where the profiles in force lack one of `figures`.
  public init?(_ rules: RuleBook) {
    guard Self.figures.allSatisfy({ rules.figure($0) != nil }) else { return nil }
    self.init(
      speed: rules[.walkSpeed] / 3.6, factor: rules[.walkFactor],
      longest: Double(rules.metres(.transitWalkLongest)),
      longestChange: Double(rules.metres(.transitWalkChange)),
      change: rules.seconds(.transitChange))
  }

  func walk(crowMetres: Double) -> Walk { walk(metres: crowMetres * factor) }

  func walk(metres: Double) -> Walk {
    // Whole metres first, so that a walk told in metres takes what it says.
    let metres = metres.rounded()
    let seconds = metres / speed
    return Walk(
      seconds: Int32(seconds.rounded(.up)), metres: Int32(metres),
      effort: Int32((seconds / 60).rounded(.up)))
  }
}

/// A way on foot.
public struct Walk: Hashable, Sendable {
  /// Waiting that a change asks for included.
  public var seconds: Int32
  public var metres: Int32
  /// What the search weighs walking in: whole minutes begun.
  var effort: Int32
}

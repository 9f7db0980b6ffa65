public import Planning

/// What scheduled transport would do for a leg of the day, in words.
public struct LegAlternative: Hashable, Sendable {
  public let leg: String
  /// The journey in a few words, such as `8 h 12 – 9 h 05, 1 changement`; `nil`: nothing runs.
  public let title: Bilingual?
  /// A sentence for each part of the journey.
  public let steps: [Bilingual]
  /// Why it will not do, in words; empty where it will.
  public let obstacles: [Bilingual]
  /// Whether the rules keep volunteers for others (R12).
  public let isSteered: Bool

  public init(
    leg: String, title: Bilingual?, steps: [Bilingual], obstacles: [Bilingual], isSteered: Bool
  ) {
    self.leg = leg
    self.title = title
    self.steps = steps
    self.obstacles = obstacles
    self.isSteered = isSteered
  }

  /// Something runs, and the rider can take it.
  public var suits: Bool { title != nil && obstacles.isEmpty }
}

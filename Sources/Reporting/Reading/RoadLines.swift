public import Planning

/// The two points of the map between which a run drives, as they are published: homes are rounded (R65).
public struct DriveEnds: Hashable, Sendable {
  public let from: Position
  public let to: Position

  public init(from: Position, to: Position) {
    self.from = from
    self.to = to
  }

  /// Everything that is driven, each pair once: by the plan's runs in their order, then by those outside the scheme.
  ///
  /// Lines are to be found between these points and not between the exact places, so that a line tells no more
  /// of where somebody lives than the rounded point does.
  public static func all(of plan: Plan, in scenario: Scenario) -> [DriveEnds] {
    let index = PlanIndex(plan: plan, scenario: scenario)
    var known: Set<DriveEnds> = []
    let outside = plan.outside.compactMap { index.ends(ofLeg: $0.leg) }
    return (index.runs.flatMap { $0.run.drives }.compactMap(index.ends) + outside).filter {
      known.insert($0).inserted
    }
  }
}

/// The roads that runs drive on, as lines to be drawn.
public struct RoadLines: Sendable {
  /// Whose data the lines are and under which licence; shown wherever they are drawn.
  public let attribution: String
  private let lines: [DriveEnds: [Position]]

  /// - Parameter lines: the road between two points, without these themselves; drives without a line are drawn
  ///   straight, and said to be approximate.
  public init(attribution: String, lines: [DriveEnds: [Position]]) {
    self.attribution = attribution
    self.lines = lines
  }

  /// The line from one point to the other, both included.
  ///
  /// - Parameter tolerance: metres by which the line may miss the road, so that fewer points do.
  func line(_ ends: DriveEnds, tolerance: Double) -> [Position]? {
    guard let road = lines[ends] else { return nil }
    return LineSimplification.simplified([ends.from] + road + [ends.to], tolerance: tolerance)
  }

  /// Points of the road between two ends, as many as are known.
  func points(_ ends: DriveEnds) -> [Position] { lines[ends] ?? [] }
}

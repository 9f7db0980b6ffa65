/// Figures of walks to stops (R24); only a service that meets its riders at stops needs them.
extension FigureKey {
  /// Longest walk between door and stop.
  static let walkLongest = walk("walk_longest", .distance)
  /// Of the straight line, for the walk.
  public static let walkFactor = walk("walk_factor", .ratio)
  public static let walkSpeed = walk("walk_speed", .speed)
  /// What a kilometre on foot weighs against serving a door, where a service may do either.
  static let walkWeight = walk("walk_weight", .rate)
  static let doorWeight = walk("door_weight", .amount)

  static let walks = [walkLongest, walkFactor, walkSpeed, walkWeight, doorWeight]

  private static func walk(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.tad, key, measure, optional: true)
  }
}

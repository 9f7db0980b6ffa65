/// Figures of journeys by published timetables, and of sending riders there in place of a volunteer (R12, R27).
///
/// - `transit.walk_longest`, `transit.walk_change`: farthest on foot to the first or from the last stop, and between two
///   stops;
/// - `transit.change`: from getting off to getting on;
/// - `steer`: volunteers do not drive a booking all of whose legs scheduled transport serves within
///   `steer_walk` (on foot in all), `steer_changes`, `steer_early` (before an appointment, at most), `steer_margin` (at
///   least), `steer_late` (after the time wished) and `steer_ratio` (over the direct drive);
/// - `feeder_margin`: from the end of a ride until the train that it feeds leaves.
extension FigureKey {
  public static let transitWalkLongest = transit("walk_longest", .distance)
  public static let transitWalkChange = transit("walk_change", .distance)
  public static let transitChange = transit("change", .time)

  public static let steer = steering("steer", .flag)
  public static let steerWalk = steering("steer_walk", .distance)
  public static let steerChanges = steering("steer_changes", .count)
  public static let steerEarly = steering("steer_early", .time)
  public static let steerMargin = steering("steer_margin", .time)
  public static let steerLate = steering("steer_late", .time)
  public static let steerRatio = steering("steer_ratio", .ratio)
  public static let feederMargin = steering("feeder_margin", .time)

  static let transits = [
    transitWalkLongest, transitWalkChange, transitChange, steer, steerWalk, steerChanges,
    steerEarly,
    steerMargin, steerLate, steerRatio, feederMargin,
  ]

  private static func transit(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.roads, "transit." + key, measure, optional: true)
  }

  private static func steering(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.volunteer, key, measure, optional: true)
  }
}

/// Figures of journeys by published timetables, and of sending riders there in place of a volunteer (R12, R27).
///
/// - `transit.walk_longest`, `transit.walk_change`: farthest on foot to the first or from the last stop, and between two
///   stops;
/// - `transit.change`: from getting off to getting on;
/// - `steer`: volunteers do not drive a booking all of whose legs scheduled transport serves within
///   `steer_walk` (on foot in all), `steer_changes`, `steer_early` (before an appointment, at most), `steer_margin` (at
///   least), `steer_late` (after the time wished) and `steer_ratio` (over the direct drive, which counts as
///   `steer_least_direct` at least);
/// - `feeder`: legs may be planned as feeder trips: a ride to a stop of scheduled transport, or from one, within
///   `feeder_reach` of the rider's door, with `feeder_margin` from the end of the ride until the train leaves,
///   `feeder_after` from its arrival until the ride at the earliest, `feeder_wait` at the stop on top of either at
///   most, `feeder_ratio` over the direct drive in all, and the walks and changes of `steer`; `feeder_stops` stops are
///   looked at and `feeder_forms` trips offered to the search; one is taken where it saves at least `feeder_saving`
///   beyond the fare.
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
  public static let steerLeastDirect = steering("steer_least_direct", .time)
  public static let feeder = steering("feeder", .flag)
  public static let feederMargin = steering("feeder_margin", .time)
  public static let feederAfter = steering("feeder_after", .time)
  public static let feederWait = steering("feeder_wait", .time)
  public static let feederReach = steering("feeder_reach", .distance)
  public static let feederRatio = steering("feeder_ratio", .ratio)
  public static let feederStops = steering("feeder_stops", .count)
  public static let feederForms = steering("feeder_forms", .count)
  public static let feederSaving = steering("feeder_saving", .amount)

  static let transits = [
    transitWalkLongest, transitWalkChange, transitChange, steer, steerWalk, steerChanges,
    steerEarly, steerMargin, steerLate, steerRatio, steerLeastDirect, feeder, feederMargin,
    feederAfter, feederWait, feederReach, feederRatio, feederStops, feederForms, feederSaving,
  ]

  private static func transit(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.roads, "transit." + key, measure, optional: true)
  }

  private static func steering(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.volunteer, key, measure, optional: true)
  }
}

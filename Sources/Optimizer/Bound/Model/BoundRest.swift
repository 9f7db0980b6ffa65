/// The one break of a class of vehicles, taken with nobody on board.
///
/// **Relaxation.** It may be taken anywhere on an empty way, also where no stop is: as late as lets the vehicle
/// wait for its window while it drives, and no earlier than it is begun in time at the way's start. At the base it
/// costs no waiting at all.
struct BoundRest: Sendable {
  /// First and last start.
  var earliest: Double
  var latest: Double
  var duration: Double
  /// The break must be taken where the route lasts longer, time at base aside.
  var dueAfter: Double

  /// First arrival at the end of a way begun at a time, with the break on it; `nil` where it is too late for that.
  @inline(__always)
  func arrival(leaving time: Double, way: Double) -> Double? {
    time <= latest ? max(time + way, earliest) + duration : nil
  }

  /// When the vehicle is there if it never waits.
  @inline(__always)
  func margin(_ margin: Double, way: Double) -> Double { min(margin, latest) + way + duration }
}

/// What each leg weighs among the unserved: the weight of its priority class (R15), more for riders refused lately (R39),
/// and less than any of the others for legs on standby (R58).
///
/// All legs on standby together weigh half of the lightest other leg, shared out by their priority classes. So no number
/// of them is ever served in place of one that was booked in time, and among each other priorities still count. That half,
/// raised by `PenaltyScale` with the rest, is still worth more than any trip: a seat that nobody else wants is filled.
struct LegWeights: Sendable {
  /// By leg; 1 is ordinary.
  let byLeg: [Double]

  /// - Parameter standby: bookings, by index, that yield to all others.
  init(_ day: Day, standby: Set<Int>) {
    let stated = day.legs.map { day.weight(of: $0) }
    let waits = day.legs.map { standby.contains($0.bookingIndex) }
    let lightest = zip(stated, waits).filter { !$1 }.map(\.0).min()
    let waiting = zip(stated, waits).filter(\.1).reduce(0) { $0 + $1.0 }
    guard let lightest, waiting > 0 else {
      byLeg = stated
      return
    }
    byLeg = zip(stated, waits).map { $1 ? $0 * lightest / (2 * waiting) : $0 }
  }
}

/// Times of an accompanied booking (R28): the driver does not leave between setting the rider down and picking
/// him or her up again.
///
/// The numeric problem has no such rule, but one request can stand for it: a stay that is taken on board at
/// the destination, alone, and set down there. What would be left open is the moment between the rider's
/// set-down and the stay's pick-up; so both get windows too narrow for any other stop to come between. The
/// price is that an accompanied rider arrives within about two minutes of the latest arrival, and leaves as
/// soon as he or she may: a restriction, never a relaxation.
struct StayPlan {
  struct Stay: Hashable {
    /// Start of service at the rider's set-down before the stay.
    var setdown: ClosedRange<Int>
    /// Start of the stay itself, and how long it lasts at least.
    var begin: ClosedRange<Int>
    var least: Int
    /// End of the stay, and start of service at the rider's pick-up after it.
    var pickup: ClosedRange<Int>
  }
  /// By leg: the stay before it.
  private(set) var before: [Int: Stay] = [:]

  init(_ booking: Range<Int>, windows: LegWindows, slack: Int) {
    let day = windows.day
    guard booking.count > 1 else { return }
    var pickupSoFar = windows.windows(of: booking.lowerBound).pickup
    for leg in booking.dropFirst() {
      let outward = day.legs[leg - 1]
      let arrival = windows.windows(of: leg - 1).delivery
      let latest =
        arrival?.upperBound
        ?? (pickupSoFar?.upperBound ?? 0) + outward.pickupService + outward.directSeconds
      let end = latest + outward.setdownService
      var slack = arrival.map { min(slack, $0.upperBound - $0.lowerBound) } ?? slack
      let pickup: Int
      if case .afterStay(let least, let greatest) = day.legs[leg].leg.anchor {
        slack = min(slack, (greatest - least) / 2)
        pickup = end + least
      } else {
        let window = windows.windows(of: leg).pickup
        pickup = max(end, window?.lowerBound ?? end)
        slack = window.map { max(0, min(slack, $0.upperBound - pickup)) } ?? slack
      }
      before[leg] = Stay(
        setdown: latest - slack...latest, begin: end - slack...end, least: pickup - end,
        pickup: pickup...pickup + slack)
      pickupSoFar = pickup...pickup + slack
    }
  }

  /// Seconds too few for any stop of the day to be served in, and so few that the waits they may add on board
  /// keep within `idle`.
  static func slack(_ day: Day, idle: Int) -> Int {
    let shortest = day.legs.map { min($0.pickupService, $0.setdownService) }.min() ?? 0
    return max(0, min(shortest - 1, idle / 2))
  }
}

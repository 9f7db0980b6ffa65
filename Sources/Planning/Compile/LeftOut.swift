/// Finds the legs that no resource may serve, and those that fall with them by link policy (R2).
struct LeftOut {
  let legs: [LeftOutLeg]

  init(_ day: Day, candidates: [[Int]]) {
    var found: [LeftOutLeg] = []
    for range in day.legsOfBooking {
      let without = range.filter { candidates[$0].isEmpty }
      guard let first = without.first else { continue }
      let booking = day.legs[first].booking
      for leg in range {
        if candidates[leg].isEmpty {
          found.append(LeftOutLeg(leg: leg, because: nil))
        } else if let cause = Self.cause(
          of: leg, in: range, without: without, booking: booking, day: day)
        {
          found.append(LeftOutLeg(leg: leg, because: cause))
        }
      }
    }
    legs = found
  }

  private static func cause(
    of leg: Int, in range: Range<Int>, without: [Int], booking: Booking, day: Day
  ) -> Int? {
    if booking.linkPolicy == .allOrNothing || booking.accompany { return without.first }
    if booking.linkPolicy == .outboundRequired, without.contains(range.lowerBound) {
      return range.lowerBound
    }
    // A leg timed by the arrival of the one before falls with it, and so does what hangs on it in turn.
    var hanging = leg
    while case .afterStay = day.legs[hanging].leg.anchor, hanging > range.lowerBound {
      hanging -= 1
      if without.contains(hanging) { return hanging }
    }
    return nil
  }
}

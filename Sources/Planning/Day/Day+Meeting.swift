/// The two ends of a leg.
enum LegEnd {
  case pickup, delivery
}

extension Day {
  /// Where a resource meets the rider of a leg; `nil`: at a stop, and none is near enough.
  func meetingPoint(_ leg: Int, _ end: LegEnd, by resource: Int) -> MeetingPoints.Point? {
    let place = end == .pickup ? legs[leg].from : legs[leg].to
    return meeting.point(place, service: legs[leg].atDoor ? 0 : meeting.serviceOf[resource])
  }

  /// Place index at which a resource meets the rider of a leg; the door where it could not.
  func meetingPlace(_ leg: Int, _ end: LegEnd, by resource: Int) -> Int {
    meetingPoint(leg, end, by: resource)?.place ?? (end == .pickup ? legs[leg].from : legs[leg].to)
  }

  /// Location of one end of a leg in the numeric problem.
  func location(_ leg: Int, _ end: LegEnd) -> Int {
    meeting.location(
      of: end == .pickup ? legs[leg].from : legs[leg].to, atDoor: legs[leg].atDoor)
  }

  /// Shortest and longest walk at one end of a leg over all who may serve it, seconds.
  func walks(_ leg: Int, _ end: LegEnd, by candidates: [Int]) -> ClosedRange<Int> {
    guard meeting.locationCount > scenario.places.count, !legs[leg].atDoor else { return 0...0 }
    let seconds = candidates.map { meetingPoint(leg, end, by: $0)?.seconds ?? 0 }
    return (seconds.min() ?? 0)...(seconds.max() ?? 0)
  }
}

/// Walks at both ends of a leg, over all who may serve it: the shortest and the longest, seconds.
struct LegWalks {
  var pickup = 0...0
  var delivery = 0...0
}

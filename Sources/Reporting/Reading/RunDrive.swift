import Planning

/// What a run drives from one stop to the next.
struct RunDrive: Hashable, Sendable {
  /// Place ids.
  var from: String
  var to: String
  /// Seconds since local midnight.
  var departure: Int
  var arrival: Int
  /// People on board, companions included.
  var onBoard: Int
  var metres: Int
}

extension Run {
  /// From departure to return; a vehicle that stays at a place does not drive.
  var drives: [RunDrive] {
    var drives: [RunDrive] = []
    var (place, time, onBoard, rest) = (start, departure, 0, metres)
    for stop in stops {
      drives.append(
        RunDrive(
          from: place, to: stop.place, departure: time, arrival: stop.arrival, onBoard: onBoard,
          metres: stop.metres))
      (place, time, onBoard) = (stop.place, stop.departure, stop.onBoard)
      rest -= stop.metres
    }
    drives.append(
      RunDrive(
        from: place, to: end, departure: time, arrival: arrival, onBoard: onBoard, metres: rest))
    return drives.filter { $0.from != $0.to }
  }
}

extension PlanIndex {
  /// Where a drive begins and ends on the map; `nil` where a place has no position.
  func ends(_ drive: RunDrive) -> DriveEnds? {
    guard let from = position(drive.from), let to = position(drive.to) else { return nil }
    return DriveEnds(from: from, to: to)
  }

  /// Where a leg of a booking begins and ends on the map; `nil` where the scenario does not know it.
  func ends(ofLeg id: String) -> DriveEnds? {
    guard let leg = legs[id]?.leg, let from = position(leg.from), let to = position(leg.to) else {
      return nil
    }
    return DriveEnds(from: from, to: to)
  }
}

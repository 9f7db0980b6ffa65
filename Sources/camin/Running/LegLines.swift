internal import Planning
internal import Reporting
internal import TravelTimes

extension RoadLines {
  /// Roads that the runs of a plan drive on.
  init(of plan: Plan, in scenario: Scenario, on travel: RoadTravel) throws(RoadError) {
    let drives = DriveEnds.all(of: plan, in: scenario)
    let roads = try travel.roads.lines(
      of: drives.map { ($0.from.coordinate, $0.to.coordinate) }, access: travel.access)
    var lines: [DriveEnds: [Position]] = [:]
    for (drive, road) in zip(drives, roads) {
      lines[drive] = road?.map { Position(latitude: $0.latitude, longitude: $0.longitude) }
    }
    self.init(attribution: travel.roads.attribution, lines: lines)
  }
}

extension Position {
  fileprivate var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }
}

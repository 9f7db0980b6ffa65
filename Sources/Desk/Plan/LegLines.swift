public import Planning
public import Reporting
public import TravelTimes

extension RoadLines {
  /// Roads that the runs of a plan drive on.
  ///
  /// - Parameter source: what stands for an attribution where none is known, as of a server.
  public init(
    of plan: Plan, in scenario: Scenario, on travel: RoadTravel, named source: String
  ) throws(RoadError) {
    let drives = DriveEnds.all(of: plan, in: scenario)
    let roads = try travel.roads.lines(
      of: drives.map { ($0.from.coordinate, $0.to.coordinate) }, access: travel.access)
    var lines: [DriveEnds: [Position]] = [:]
    for (drive, road) in zip(drives, roads) {
      lines[drive] = road?.map { Position(latitude: $0.latitude, longitude: $0.longitude) }
    }
    let attribution = travel.roads.attribution
    self.init(attribution: attribution.isEmpty ? source : attribution, lines: lines)
  }
}

extension Position {
  fileprivate var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }
}

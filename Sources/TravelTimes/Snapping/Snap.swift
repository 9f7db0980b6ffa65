/// A point on a road, nearest to some place.
public struct Snap: Hashable, Sendable {
  /// The place itself.
  public var place: Coordinate
  /// The point on the road.
  public var onRoad: Coordinate
  /// Metres between both, straight.
  public var metresOff: Double
  var stretch: UInt32
  /// Share of the stretch before the point, 0 to 1.
  var fraction: Double
  /// Points of the stretch before the point.
  var pointsBefore: Int
}

extension RoadGraph {
  /// The nearest point of a road on which a trip may begin or end.
  /// - Returns: `nil` where no road lies within `reach` metres.
  public func snap(_ place: Coordinate, reach: Double = AccessRule().reach) -> Snap? {
    guard let point = FixedPoint(place) else { return nil }
    var search = NearestRoad(to: point, in: sections, reach: reach)
    guard let found = search.run() else { return nil }
    return Snap(
      place: place, onRoad: found.point.coordinate, metresOff: found.distance,
      stretch: found.stretch, fraction: found.fraction, pointsBefore: found.pointsBefore)
  }
}

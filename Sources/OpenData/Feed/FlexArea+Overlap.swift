public import TravelTimes

/// Whether two zones have ground in common.
extension FlexArea {
  /// Degrees, about a tenth of a millimetre: what lies nearer to an outline lies on it.
  private static let onOutline = 1e-9

  private typealias Edge = (from: Coordinate, to: Coordinate)

  /// A point of ground that both zones hold, near enough to be shown; `nil` where they have none in common, or borders
  /// alone.
  ///
  /// Tells a corner or the middle of an edge of one inside the other, and outlines that cross. Outlines that are the same
  /// are one zone under two names: their first corner is told.
  public func ground(sharedWith other: FlexArea) -> Coordinate? {
    guard boxesMeet(other) else { return nil }
    let (own, others) = (edges, other.edges)
    if Self.outline(own) == Self.outline(others) { return own.first?.from }
    return other.firstInside(of: own, border: others) ?? firstInside(of: others, border: own)
      ?? Self.firstCrossing(own, others)
  }

  /// Whichever corner it begins at, and whichever way round.
  private static func outline(_ edges: [Edge]) -> Set<Set<Coordinate>> {
    Set(edges.map { [$0.from, $0.to] })
  }

  private var edges: [Edge] {
    polygons.flatMap { rings in rings.flatMap { Array(zip($0, $0.dropFirst())) } }
  }

  private func boxesMeet(_ other: FlexArea) -> Bool {
    func box(_ area: FlexArea, _ part: (Coordinate) -> Double) -> ClosedRange<Double>? {
      let values = area.polygons.flatMap { $0.flatMap { $0.map(part) } }
      guard let least = values.min(), let most = values.max() else { return nil }
      return least...most
    }
    return [\Coordinate.latitude, \Coordinate.longitude].allSatisfy { part in
      guard let a = box(self, { $0[keyPath: part] }), let b = box(other, { $0[keyPath: part] })
      else { return false }
      return a.overlaps(b)
    }
  }

  /// A corner or the middle of an edge that lies within this zone and not on its border.
  private func firstInside(of edges: [Edge], border: [Edge]) -> Coordinate? {
    for edge in edges {
      let middle = Coordinate(
        latitude: (edge.from.latitude + edge.to.latitude) / 2,
        longitude: (edge.from.longitude + edge.to.longitude) / 2)
      for point in [edge.from, middle]
      where contains(point) && !border.contains(where: { Self.isOn(point, $0) }) {
        return point
      }
    }
    return nil
  }

  private static func isOn(_ point: Coordinate, _ edge: Edge) -> Bool {
    let (x, y) = (point.longitude - edge.from.longitude, point.latitude - edge.from.latitude)
    let (dx, dy) = (edge.to.longitude - edge.from.longitude, edge.to.latitude - edge.from.latitude)
    let length = dx * dx + dy * dy
    let share = length > 0 ? min(1, max(0, (x * dx + y * dy) / length)) : 0
    let (offX, offY) = (x - share * dx, y - share * dy)
    return offX * offX + offY * offY <= onOutline * onOutline
  }

  /// Where an edge goes right through another one, neither ending on it.
  private static func firstCrossing(_ a: [Edge], _ b: [Edge]) -> Coordinate? {
    func side(_ edge: Edge, _ point: Coordinate) -> Double {
      (edge.to.longitude - edge.from.longitude) * (point.latitude - edge.from.latitude)
        - (edge.to.latitude - edge.from.latitude) * (point.longitude - edge.from.longitude)
    }
    for one in a {
      for other in b {
        let (s, t) = (side(one, other.from), side(one, other.to))
        guard s * t < 0 else { continue }
        guard side(other, one.from) * side(other, one.to) < 0 else { continue }
        let ends = [(one.from, other), (one.to, other), (other.from, one), (other.to, one)]
        guard !ends.contains(where: { isOn($0.0, $0.1) }) else { continue }
        let share = s / (s - t)
        return Coordinate(
          latitude: other.from.latitude + share * (other.to.latitude - other.from.latitude),
          longitude: other.from.longitude + share * (other.to.longitude - other.from.longitude))
      }
    }
    return nil
  }
}

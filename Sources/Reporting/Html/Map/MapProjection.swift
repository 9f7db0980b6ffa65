import Foundation

/// A point of the drawing, in its own units, y downwards.
struct MapPoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// Web Mercator, scaled so that all given positions fit a drawing 1000 units wide.
struct MapProjection: Sendable {
  static let width = 1000.0
  private static let margin = 46.0
  /// Earth radius of Web Mercator, metres.
  private static let earthRadius = 6_378_137.0

  let height: Double
  /// Metres on the ground for one unit at the middle of the drawing.
  let metresPerUnit: Double
  private let scale: Double
  private let left: Double
  private let top: Double

  /// - Returns: `nil` where there is nothing to show.
  init?(_ positions: [Position]) {
    let points = positions.map(Self.mercator)
    guard let minX = points.map(\.x).min(), let maxX = points.map(\.x).max(),
      let minY = points.map(\.y).min(), let maxY = points.map(\.y).max()
    else { return nil }
    // About one kilometre at least, so that a single place has a map too.
    let spanX = max(maxX - minX, 2e-4)
    let spanY = max(maxY - minY, 2e-4)
    let room = Self.width - 2 * Self.margin
    // Neither a ribbon nor a tower: the narrower side gets more land around it.
    scale = min(room / spanX, (920 - 2 * Self.margin) / spanY)
    height = max(620, spanY * scale + 2 * Self.margin)
    left = (minX + maxX) / 2 - Self.width / 2 / scale
    top = (minY + maxY) / 2 - height / 2 / scale
    let latitude = 2 * atan(exp(-(minY + maxY) / 2)) - Double.pi / 2
    metresPerUnit = Self.earthRadius * cos(latitude) / scale
  }

  func point(_ position: Position) -> MapPoint {
    let plane = Self.mercator(position)
    return MapPoint(x: (plane.x - left) * scale, y: (plane.y - top) * scale)
  }

  /// Radians, y towards the south. Latitudes end where Web Mercator does.
  private static func mercator(_ position: Position) -> MapPoint {
    let latitude = min(85.05, max(-85.05, position.latitude)) * .pi / 180
    return MapPoint(
      x: position.longitude * .pi / 180, y: -log(tan(.pi / 4 + latitude / 2)))
  }
}

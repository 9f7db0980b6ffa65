import Foundation
import Planning

/// One drive on the map, bent a little to the right of the way so that going and coming back lie apart.
struct MapPiece: Sendable {
  let start: MapPoint
  let control: MapPoint
  let end: MapPoint
  let length: Double

  /// - Returns: `nil` where the vehicle does not move.
  init?(from start: MapPoint, to end: MapPoint) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.5 else { return nil }
    let bend = min(0.1, 22 / length)
    self.start = start
    self.end = end
    control = MapPoint(
      x: (start.x + end.x) / 2 - dy * bend, y: (start.y + end.y) / 2 + dx * bend)
  }

  /// Path data of a quadratic curve.
  var data: String { "M\(start.text)Q\(control.text) \(end.text)" }

  /// Middle of the curve; its direction there is that of the straight line.
  var middle: MapPoint {
    MapPoint(x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4)
  }

  /// Whole degrees clockwise from the right.
  var heading: Int { Int((atan2(end.y - start.y, end.x - start.x) * 180 / .pi).rounded()) }
}

extension MapPoint {
  /// `12.5 80`, for attributes.
  var text: String { Self.number(x) + " " + Self.number(y) }

  /// A tenth of a unit is finer than any screen.
  static func number(_ value: Double) -> String {
    let text = Formats(.english).number(value, decimals: 1, grouped: false)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// A run as drawn: its drives with riders and without.
struct MapPath: Sendable {
  private(set) var loaded: [MapPiece] = []
  private(set) var empty: [MapPiece] = []

  /// Drives to or from a place without position are left out.
  init(_ run: Run, _ point: (String) -> MapPoint?) {
    for activity in Activity.all(of: run) where activity.kind == .loaded || activity.kind == .empty
    {
      guard let start = point(activity.from), let end = point(activity.to),
        let piece = MapPiece(from: start, to: end)
      else { continue }
      if activity.kind == .loaded { loaded.append(piece) } else { empty.append(piece) }
    }
  }

  static func data(_ pieces: [MapPiece]) -> String { pieces.map(\.data).joined() }
}

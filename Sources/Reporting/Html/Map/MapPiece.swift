import Foundation

/// One drive on the map: along the road, or straight where the road is not known.
struct MapPiece: Sendable {
  /// Straight from stop to stop, for want of a road.
  let isStraight: Bool
  let length: Double
  /// A point about half-way.
  let middle: MapPoint
  /// Direction there, whole degrees clockwise from the right.
  let heading: Int
  /// Path data.
  let data: String

  /// Straight, but bent a little to the right of the way so that going and coming back lie apart.
  ///
  /// - Returns: `nil` where the vehicle does not move.
  init?(from start: MapPoint, to end: MapPoint) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    length = start.distance(to: end)
    guard length > 0.5 else { return nil }
    isStraight = true
    let bend = min(0.1, 22 / length)
    let control = MapPoint(
      x: (start.x + end.x) / 2 - dy * bend, y: (start.y + end.y) / 2 + dx * bend)
    // The curve's direction in its middle is that of the straight line.
    middle = MapPoint(
      x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4)
    heading = start.heading(to: end)
    data = "M\(start.text)Q\(control.text) \(end.text)"
  }

  /// Along a road.
  ///
  /// - Returns: `nil` where the vehicle does not move.
  init?(along line: [MapPoint]) {
    length = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard length > 0.5, let first = line.first else { return nil }
    isStraight = false
    var (middle, heading, left) = (first, 0, length / 2)
    for (start, end) in zip(line, line.dropFirst()) {
      let step = start.distance(to: end)
      if step >= left, step > 0 {
        let share = left / step
        middle = MapPoint(
          x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
        heading = start.heading(to: end)
        break
      }
      left -= step
    }
    (self.middle, self.heading) = (middle, heading)
    data = Self.path(line)
  }

  /// Steps in tenths of a unit, finer than any screen, each from where the one before has led.
  private static func path(_ line: [MapPoint]) -> String {
    var text = ""
    var here: (x: Int, y: Int)?
    var isFirst = true
    for point in line {
      let next = (x: MapPoint.tenths(point.x), y: MapPoint.tenths(point.y))
      if let last = here {
        let step = (x: next.x - last.x, y: next.y - last.y)
        guard step != (0, 0) else { continue }
        text += isFirst ? "l" : step.x < 0 ? "" : " "
        text += MapPoint.number(step.x) + (step.y < 0 ? "" : " ") + MapPoint.number(step.y)
        isFirst = false
      } else {
        text = "M" + MapPoint.number(next.x) + " " + MapPoint.number(next.y)
      }
      here = next
    }
    return text
  }
}

extension MapPoint {
  /// `12.5 80`, for attributes.
  var text: String { Self.number(Self.tenths(x)) + " " + Self.number(Self.tenths(y)) }

  func distance(to other: MapPoint) -> Double {
    ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()
  }

  /// Whole degrees clockwise from the right.
  func heading(to other: MapPoint) -> Int {
    Int((atan2(other.y - y, other.x - x) * 180 / .pi).rounded())
  }

  static func tenths(_ value: Double) -> Int { Int((value * 10).rounded(.toNearestOrAwayFromZero)) }

  /// A tenth of a unit is finer than any screen.
  static func number(_ value: Double) -> String { number(tenths(value)) }

  fileprivate static func number(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    guard rest > 0 else { return sign + "\(whole)" }
    return sign + (whole == 0 ? "" : "\(whole)") + ".\(rest)"
  }
}

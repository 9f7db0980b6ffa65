import Foundation

/// Takes points out of lines that nobody would see.
///
/// Douglas and Peucker, The Canadian Cartographer 10(2), 1973: of a stretch, the point farthest from the straight
/// line between its ends is kept where it lies farther off than the tolerance, and both halves are looked at alike.
enum LineSimplification {
  /// - Parameter tolerance: metres.
  /// - Returns: some of the points, the first and the last among them; no point left out lies farther from what
  ///   is left than the tolerance.
  static func simplified(_ line: [Position], tolerance: Double) -> [Position] {
    guard line.count > 2, let first = line.first else { return line }
    let plane = line.map { metres($0, from: first) }
    var kept = [Bool](repeating: false, count: line.count)
    kept[0] = true
    kept[line.count - 1] = true
    var stretches = [(start: 0, end: line.count - 1)]
    while let stretch = stretches.popLast() {
      guard
        let (point, distance) = farthest(in: plane, stretch.start, stretch.end),
        distance > tolerance
      else { continue }
      kept[point] = true
      stretches += [(stretch.start, point), (point, stretch.end)]
    }
    return zip(line, kept).filter(\.1).map(\.0)
  }

  private static func farthest(
    in plane: [SIMD2<Double>], _ start: Int, _ end: Int
  ) -> (point: Int, distance: Double)? {
    var found: (point: Int, distance: Double)?
    for point in start + 1..<max(end, start + 1) {
      let distance = distance(plane[point], plane[start], plane[end])
      if found.map({ distance > $0.distance }) ?? true { found = (point, distance) }
    }
    return found
  }

  /// From a point to the straight line between two others, its ends included.
  private static func distance(
    _ point: SIMD2<Double>, _ start: SIMD2<Double>, _ end: SIMD2<Double>
  ) -> Double {
    let (way, off) = (end - start, point - start)
    let length = (way * way).sum()
    let along = length > 0 ? min(1, max(0, (way * off).sum() / length)) : 0
    let rest = off - along * way
    return (rest * rest).sum().squareRoot()
  }

  /// Flat metres round a point, on a sphere of the Earth's mean radius.
  private static func metres(_ position: Position, from origin: Position) -> SIMD2<Double> {
    let unit = 6_371_008.8 * Double.pi / 180
    return SIMD2(
      (position.longitude - origin.longitude) * unit * cos(origin.latitude * .pi / 180),
      (position.latitude - origin.latitude) * unit)
  }
}

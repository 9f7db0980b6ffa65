import DialARide

/// Travel between points of the plane, as the dial-a-ride and Li and Lim benchmarks define it:
/// distance and travel time are both the Euclidean distance in double precision, unrounded.
struct PlaneTravel {
  private let points: [(x: Double, y: Double)]

  init(_ points: [(x: Double, y: Double)]) { self.points = points }

  func between(_ from: Int, _ to: Int) -> Double {
    let dx = points[from].x - points[to].x
    let dy = points[from].y - points[to].y
    return (dx * dx + dy * dy).squareRoot()
  }

  func matrix() -> MatrixDraft {
    var times: [Double] = []
    times.reserveCapacity(points.count * points.count)
    for from in points.indices {
      for to in points.indices { times.append(between(from, to)) }
    }
    return MatrixDraft(size: points.count, times: times)
  }
}

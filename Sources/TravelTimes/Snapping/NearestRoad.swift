/// Looks through the grid in growing rings for the road nearest to a point.
struct NearestRoad {
  struct Found {
    var distance: Double
    var stretch: UInt32
    var fraction: Double
    var pointsBefore: Int
    var point: FixedPoint
  }

  private let sections: GraphSections
  private let plane: Plane
  private let reach: Double
  private var best: (square: Double, stretch: UInt32, line: Int, share: Double)?

  init(to point: FixedPoint, in sections: GraphSections, reach: Double) {
    self.sections = sections
    self.reach = reach
    plane = Plane(at: point)
  }

  mutating func run() -> Found? {
    let grid = sections.grid
    let (row, column) = (grid.row(plane.origin.latitude), grid.column(plane.origin.longitude))
    let side = min(
      Double(grid.height) * Plane.unit,
      plane.position(
        FixedPoint(
          latitude: plane.origin.latitude,
          longitude: plane.origin.longitude &+ Int32(clamping: grid.width))
      ).x)
    var ring = max(0, -row, row - grid.rows + 1, -column, column - grid.columns + 1)
    let last = ring + max(grid.rows, grid.columns)
    // What a ring has not seen lies at least `ring` cells away, less the point's place in its own cell.
    while ring <= last, Double(ring - 1) * side <= limit {
      look(row: row, column: column, ring: ring)
      ring += 1
    }
    guard let best, best.square.squareRoot() <= reach else { return nil }
    return found(best)
  }

  private var limit: Double { min(reach, best?.square.squareRoot() ?? .infinity) }

  private mutating func look(row: Int, column: Int, ring: Int) {
    let grid = sections.grid
    for y in max(0, row - ring)...max(0, min(grid.rows - 1, row + ring)) where y < grid.rows {
      let whole = abs(y - row) == ring
      let step = whole || ring == 0 ? 1 : 2 * ring
      for x in stride(from: column - ring, through: column + ring, by: step)
      where x >= 0 && x < grid.columns {
        let cell = y * grid.columns + x
        for index in sections.cellFirst[cell]..<sections.cellFirst[cell + 1] {
          measure(sections.cells[Int(index)])
        }
      }
    }
  }

  private mutating func measure(_ stretch: UInt32) {
    guard sections.stopping[Int(stretch)] != 0 else { return }
    let first = Int(sections.pointFirst[Int(stretch)])
    let last = Int(sections.pointFirst[Int(stretch) + 1]) - 1
    var a = plane.position(sections.points[first])
    for index in first..<last {
      let b = plane.position(sections.points[index + 1])
      let along = b - a
      let length = (along * along).sum()
      let share = length > 0 ? min(1, max(0, -(a * along).sum() / length)) : 0
      let off = a + along * share
      let square = (off * off).sum()
      // The lower number among equals, so that the grid's shape does not matter.
      if best.map({ square < $0.square || (square == $0.square && stretch < $0.stretch) }) ?? true {
        best = (square, stretch, index, share)
      }
      a = b
    }
  }

  private func found(_ best: (square: Double, stretch: UInt32, line: Int, share: Double)) -> Found {
    let first = Int(sections.pointFirst[Int(best.stretch)])
    let last = Int(sections.pointFirst[Int(best.stretch) + 1]) - 1
    var (before, total) = (0.0, 0.0)
    for index in first..<last {
      let length = plane.metres(sections.points[index], sections.points[index + 1])
      if index < best.line { before += length }
      if index == best.line { before += length * best.share }
      total += length
    }
    let (a, b) = (sections.points[best.line], sections.points[best.line + 1])
    return Found(
      distance: best.square.squareRoot(), stretch: best.stretch,
      fraction: total > 0 ? min(1, before / total) : 0, pointsBefore: best.line - first + 1,
      point: FixedPoint(
        latitude: between(a.latitude, b.latitude, best.share),
        longitude: between(a.longitude, b.longitude, best.share)))
  }

  private func between(_ a: Int32, _ b: Int32, _ share: Double) -> Int32 {
    Int32((Double(a) + (Double(b) - Double(a)) * share).rounded())
  }
}

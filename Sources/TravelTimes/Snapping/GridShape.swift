/// A grid over the roads, in ten-millionths of a degree.
struct GridShape: Hashable, Sendable {
  var south: Int
  var west: Int
  /// Of a cell.
  var height: Int
  /// Of a cell.
  var width: Int
  var rows: Int
  var columns: Int

  /// About as many cells as stretches, nearly square on the ground.
  init(around points: [FixedPoint], stretches: Int) {
    var (south, north, west, east) = (Int32.max, Int32.min, Int32.max, Int32.min)
    for point in points {
      (south, north) = (min(south, point.latitude), max(north, point.latitude))
      (west, east) = (min(west, point.longitude), max(east, point.longitude))
    }
    self.init(
      south: Int(south), west: Int(west), height: 0, width: 0, rows: 0, columns: 0)
    let plane = Plane(
      at: FixedPoint(latitude: (south / 2 + north / 2), longitude: (west / 2 + east / 2)))
    let corner = FixedPoint(latitude: south, longitude: west)
    let tall = plane.metres(corner, FixedPoint(latitude: north, longitude: west))
    let wide = plane.metres(corner, FixedPoint(latitude: south, longitude: east))
    let side = max(100, (tall * wide / Double(max(1, stretches))).squareRoot())
    rows = max(1, Int((tall / side).rounded(.up)))
    columns = max(1, Int((wide / side).rounded(.up)))
    height = (Int(north) - Int(south)) / rows + 1
    width = (Int(east) - Int(west)) / columns + 1
  }

  init(south: Int, west: Int, height: Int, width: Int, rows: Int, columns: Int) {
    self.south = south
    self.west = west
    self.height = height
    self.width = width
    self.rows = rows
    self.columns = columns
  }

  /// Row of a latitude, below zero or past the last outside.
  func row(_ latitude: Int32) -> Int { floorDivide(Int(latitude) - south, height) }

  /// Column of a longitude, below zero or past the last outside.
  func column(_ longitude: Int32) -> Int { floorDivide(Int(longitude) - west, width) }

  /// Cells that the bounding box of a line between two points meets.
  func cells(_ a: FixedPoint, _ b: FixedPoint) -> (
    rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) {
    let (r, s) = (row(a.latitude), row(b.latitude))
    let (c, d) = (column(a.longitude), column(b.longitude))
    return (min(r, s)...max(r, s), min(c, d)...max(c, d))
  }

  private func floorDivide(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((b - 1 - a) / b)
  }
}

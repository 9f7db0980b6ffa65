/// Stretches by the cells of a grid that they pass.
struct GridIndex {
  private(set) var rows: Rows
  /// The stretch of each entry, in the order of `rows`.
  private(set) var stretches: [UInt32]

  init(_ shape: GridShape, first: [UInt32], points: [FixedPoint]) {
    var cells: [UInt32] = []
    var owners: [UInt32] = []
    var met: [UInt32] = []
    for stretch in 0..<first.count - 1 {
      met.removeAll(keepingCapacity: true)
      for point in Int(first[stretch])..<Int(first[stretch + 1]) - 1 {
        let box = shape.cells(points[point], points[point + 1])
        for row in box.rows {
          for column in box.columns { met.append(UInt32(row * shape.columns + column)) }
        }
      }
      met.sort()
      for (index, cell) in met.enumerated() where index == 0 || met[index - 1] != cell {
        cells.append(cell)
        owners.append(UInt32(stretch))
      }
    }
    rows = Rows(of: cells.count, keys: shape.rows * shape.columns) { Int(cells[$0]) }
    stretches = rows.items.map { owners[Int($0)] }
  }
}

import LinearProgramming

/// A set-partitioning problem: every row in exactly one chosen column.
struct CoveringProblem {
  var rowCount: Int
  var sets: [[Int]] = []
  var costs: [Double] = []

  /// Singletons come first, one per row, so that a solution always exists.
  init(rowCount: Int, extra: Int, largest: Int, seed: Int) {
    self.rowCount = rowCount
    var random = RandomSource(seed: seed)
    for row in 0..<rowCount {
      sets.append([row])
      costs.append(random.whole(50...90))
    }
    for _ in 0..<extra {
      let size = Int.random(in: 2...largest, using: &random)
      sets.append(Array((0..<rowCount).shuffled(using: &random).prefix(size)).sorted())
      costs.append(random.whole(20...60) * Double(size).squareRoot())
    }
  }

  func model(_ kind: Column.Kind = .integer) -> Model {
    var model = Model(rows: [Row](repeating: .equal(to: 1), count: rowCount))
    for (set, cost) in zip(sets, costs) {
      model.addColumn(Column(cost: cost, lower: 0, upper: 1, kind: kind), onesAt: set)
    }
    return model
  }

  /// Every row by its singleton.
  var dearest: [Double] { sets.indices.map { $0 < rowCount ? 1 : 0 } }

  /// The optimum by dynamic programming over subsets of rows: no linear programming at all.
  var optimum: Double {
    var best = [Double](repeating: .infinity, count: 1 << rowCount)
    best[0] = 0
    let masks = sets.map { $0.reduce(0) { $0 | (1 << $1) } }
    for covered in 0..<(best.count - 1) where best[covered].isFinite {
      let lowest = (~covered).trailingZeroBitCount
      for (mask, cost) in zip(masks, costs)
      where mask & covered == 0 && mask & (1 << lowest) != 0 {
        best[covered | mask] = min(best[covered | mask], best[covered] + cost)
      }
    }
    return best[best.count - 1]
  }
}

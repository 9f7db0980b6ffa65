import DialARide
import LinearProgramming

extension Cases {
  /// Covering the instance's requests by small routes: solved again after each new column by the primal method,
  /// and after each column fixed or freed by the dual one.
  static func simplex(_ input: MicroInput) throws -> [Measurement] {
    let program = CoveringProgram(input)
    let extra = 200
    let base = program.columns.count - extra
    let grown = try Measurement.take("simplex after a column", operations: extra, samples: 5) {
      try LinearProgram.withSession(program.model(base)) { session in
        try session.solve()
        var objective = 0.0
        for column in program.columns.suffix(extra) {
          try session.addColumn(Column(cost: column.cost), column.rows.map { Coefficient($0, 1) })
          objective = try session.solve().objective
        }
        return objective
      }
    }
    let bound = try Measurement.take("simplex after bounds", operations: 2 * extra, samples: 5) {
      try LinearProgram.withSession(program.model(program.columns.count)) { session in
        try session.solve()
        var objective = 0.0
        for column in 0..<extra {
          for upper in [0, Double.infinity] {
            try session.setBounds(ofColumn: column, lower: 0, upper: upper)
            objective = try session.solve(SimplexOptions(method: .dual)).objective
          }
        }
        return objective
      }
    }
    return [grown, bound]
  }
}

/// Rows are requests; columns are routes of one to three of them, each as long as the ways between their stops.
private struct CoveringProgram {
  let rowCount: Int
  private(set) var columns: [(rows: [Int], cost: Double)] = []

  init(_ input: MicroInput) {
    let problem = input.problem
    let matrix = problem.draft.matrices[0]
    let vehicle = problem.vehicles[0]
    rowCount = problem.requestCount
    func way(_ requests: [Int]) -> Double {
      let stops = requests.flatMap { [2 * $0, 2 * $0 + 1] }.map { Int(problem.location[$0]) }
      let places = [vehicle.start ?? 0] + stops + [vehicle.end ?? 0]
      return zip(places, places.dropFirst()).reduce(0) {
        $0 + matrix.times[$1.0 * matrix.size + $1.1]
      }
    }
    for r in 0..<rowCount { columns.append(([r], way([r]))) }
    for step in 1...8 {
      for r in 0..<rowCount {
        let q = (r + 7 * step) % rowCount
        let third = (r + 31 * step) % rowCount
        columns.append(([r, q].sorted(), way([r, q])))
        if third != q, third != r { columns.append(([r, q, third].sorted(), way([r, q, third]))) }
      }
    }
  }

  func model(_ count: Int) -> Model {
    var model = Model(rows: [Row](repeating: .atLeast(1), count: rowCount))
    for column in columns.prefix(count) {
      model.addColumn(Column(cost: column.cost), onesAt: column.rows)
    }
    return model
  }
}

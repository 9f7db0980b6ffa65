import LinearProgramming

/// The proof of optimality, computed from the model's data alone: a feasible point, duals of the
/// right sign, complementary slackness, and equal primal and dual objectives.
struct Certificate {
  var model: Model
  var values: [Double]
  var duals: [Double]
  let tolerance = 1e-6

  private var activities: [Double] {
    var sums = [Double](repeating: 0, count: model.rows.count)
    forEachCoefficient { row, column, value in sums[row] += value * values[column] }
    return sums
  }

  private var reducedCosts: [Double] {
    var costs = model.columns.columns.map(\.cost)
    forEachCoefficient { row, column, value in costs[column] -= value * duals[row] }
    return costs
  }

  private func forEachCoefficient(_ body: (Int, Int, Double) -> Void) {
    let vectors = model.columns.vectors
    for column in 0..<vectors.count {
      for k in Int(vectors.starts[column])..<Int(vectors.starts[column + 1]) {
        body(Int(vectors.indices[k]), column, vectors.values[k])
      }
    }
  }

  var primalObjective: Double {
    zip(model.columns.columns, values).reduce(model.objectiveOffset) { $0 + $1.0.cost * $1.1 }
  }

  /// The first condition that fails, or nil.
  func flaw(objective: Double) -> String? {
    let scale = 1 + abs(objective)
    if abs(primalObjective - objective) > tolerance * scale { return "objective" }
    var dualObjective = model.objectiveOffset
    let variables =
      zip(model.columns.columns, zip(values, reducedCosts)).map {
        ($0.lower, $0.upper, $1.0, $1.1)
      } + zip(model.rows, zip(activities, duals)).map { ($0.lower, $0.upper, $1.0, $1.1) }
    for (k, (lower, upper, value, price)) in variables.enumerated() {
      if value < lower - tolerance * (1 + abs(lower)) { return "lower bound of \(k)" }
      if value > upper + tolerance * (1 + abs(upper)) { return "upper bound of \(k)" }
      // In the sense of minimising, a positive price keeps the variable at its lower bound.
      let signed = model.direction == .minimize ? price : -price
      if abs(signed) <= 1e-7 { continue }
      let bound = signed > 0 ? lower : upper
      if !bound.isFinite { return "sign of dual \(k): \(price)" }
      if abs(value - bound) > tolerance * (1 + abs(bound)) { return "slackness of \(k)" }
      dualObjective += price * bound
    }
    if abs(dualObjective - objective) > 10 * tolerance * scale { return "strong duality" }
    return nil
  }
}

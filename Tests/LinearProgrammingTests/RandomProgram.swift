import LinearProgramming

/// A small program with every type of bound; `integers` is the share of integer columns.
func randomProgram(_ random: inout RandomSource, integers: Double = 0) -> Model {
  let rowCount = Int.random(in: 1...8, using: &random)
  let columnCount = Int.random(in: 1...10, using: &random)
  var model = Model(random.chance(0.5) ? .minimize : .maximize)
  model.objectiveOffset = random.whole(-5...5)
  // Rows are drawn round the sums of some point, so that about half of them can be met.
  var sums = [Double](repeating: 0, count: rowCount)
  for _ in 0..<columnCount {
    let (lower, upper) = random.chance(0.7) ? (0, 6) : bounds(&random, round: random.whole(-5...5))
    let value = lower.isFinite ? lower : upper.isFinite ? upper : 1
    var coefficients: [Coefficient] = []
    for row in 0..<rowCount where random.chance(0.5) {
      let coefficient = random.whole(-4...6)
      coefficients.append(Coefficient(row, coefficient))
      sums[row] += coefficient * value
    }
    let kind: Column.Kind = integers > 0 && random.chance(integers) ? .integer : .continuous
    let cost = random.whole(-6...9)
    model.addColumn(Column(cost: cost, lower: lower, upper: upper, kind: kind), coefficients)
  }
  for sum in sums {
    let shift = random.chance(0.8) ? 0 : random.whole(-9...9)
    let (lower, upper) = bounds(&random, round: sum + shift)
    model.addRow(Row(lower: lower, upper: upper))
  }
  return model
}

private func bounds(_ random: inout RandomSource, round a: Double) -> (Double, Double) {
  switch Int.random(in: 0...5, using: &random) {
  case 0: return (-.infinity, .infinity)
  case 1: return (a, a)
  case 2: return (a, a + random.whole(0...9))
  case 3: return (a, .infinity)
  default: return (-.infinity, a)
  }
}

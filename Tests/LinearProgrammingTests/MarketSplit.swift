import LinearProgramming

/// Cornuéjols and Dawande's market split: tiny, and hopeless for branch and bound. It keeps a
/// solver busy for as long as a test wants, at thousands of nodes a second.
func marketSplit(rows: Int = 4, seed: Int = 1) -> Model {
  var random = RandomSource(seed: seed)
  let columns = 10 * (rows - 1)
  let weights = (0..<rows).map { _ in (0..<columns).map { _ in random.whole(0...99) } }
  var model = Model(
    rows: weights.map { .equal(to: ($0.reduce(0, +) / 2).rounded(.down)) })
  for j in 0..<columns {
    model.addColumn(.binary(cost: 0), (0..<rows).map { Coefficient($0, weights[$0][j]) })
  }
  for row in 0..<rows {
    model.addColumn(Column(cost: 1), [Coefficient(row, 1)])
    model.addColumn(Column(cost: 1), [Coefficient(row, -1)])
  }
  return model
}

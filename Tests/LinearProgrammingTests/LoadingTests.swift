import LinearProgramming
import Testing

@Suite struct LoadingTests {
  /// Twenty thousand columns go in at once; the figure itself is printed by the probe.
  @Test func largeMaster() throws {
    let problem = CoveringProblem(rowCount: 500, extra: 19_500, largest: 12, seed: 40)
    var batch = ColumnBatch()
    for (set, cost) in zip(problem.sets, problem.costs) {
      batch.append(Column(cost: cost), onesAt: set)
    }
    let rows = [Row](repeating: .equal(to: 1), count: 500)
    let clock = ContinuousClock()
    try LinearProgram.withSession(Model(rows: rows)) { (session: inout Session) throws in
      var indices = 0..<0
      let taken = try clock.measure { indices = try session.addColumns(batch) }
      #expect(indices == 0..<20_000)
      #expect(taken < .seconds(1))
    }
  }
}

import LinearProgramming
import Testing

/// Random programs of every bound type, judged by an independent certificate.
@Suite struct DualityTests {
  /// Least total violation of rows, over points within the column bounds; 0 when feasible.
  private func leastViolation(_ model: Model) throws -> Double {
    var elastic = model
    elastic.direction = .minimize
    elastic.objectiveOffset = 0
    elastic.columns = ColumnBatch()
    let old = model.columns
    for (j, column) in old.columns.enumerated() {
      let range = Int(old.vectors.starts[j])..<Int(old.vectors.starts[j + 1])
      elastic.addColumn(
        Column(cost: 0, lower: column.lower, upper: column.upper),
        range.map { Coefficient(Int(old.vectors.indices[$0]), old.vectors.values[$0]) })
    }
    for row in model.rows.indices {
      elastic.addColumn(Column(cost: 1), [Coefficient(row, 1)])
      elastic.addColumn(Column(cost: 1), [Coefficient(row, -1)])
    }
    return try LinearProgram.withSession(elastic) { (session: inout Session) throws in
      let result = try session.solve()
      let flaw = Certificate(
        model: elastic, values: try session.values(), duals: try session.duals()
      ).flaw(objective: result.objective)
      #expect(flaw == nil)
      return result.objective
    }
  }

  @Test(arguments: [SimplexOptions.Method.primal, .dual])
  func fiveHundredRandomPrograms(method: SimplexOptions.Method) throws {
    var seen: [SimplexResult.Status: Int] = [:]
    for seed in 0..<500 {
      var random = RandomSource(seed: seed)
      let model = randomProgram(&random)
      try LinearProgram.withSession(model) { (session: inout Session) throws in
        let result = try session.solve(SimplexOptions(method: method))
        seen[result.status, default: 0] += 1
        switch result.status {
        case .optimal:
          let certificate = Certificate(
            model: model, values: try session.values(), duals: try session.duals())
          let flaw = certificate.flaw(objective: result.objective)
          #expect(flaw == nil, "seed \(seed): \(flaw ?? "")")
        case .infeasible:
          #expect(try leastViolation(model) > 1e-7, "seed \(seed)")
        case .unbounded:
          #expect(try leastViolation(model) < 1e-7, "seed \(seed)")
          var boxed = model
          boxed.columns = ColumnBatch()
          let old = model.columns
          for (j, column) in old.columns.enumerated() {
            let range = Int(old.vectors.starts[j])..<Int(old.vectors.starts[j + 1])
            boxed.addColumn(
              Column(
                cost: column.cost, lower: max(column.lower, -1e6), upper: min(column.upper, 1e6)),
              range.map { Coefficient(Int(old.vectors.indices[$0]), old.vectors.values[$0]) })
          }
          let far = try LinearProgram.withSession(boxed) { try $0.solve().objective }
          #expect(abs(far) > 1e4, "seed \(seed)")
        default:
          Issue.record("seed \(seed): \(result.status)")
        }
      }
    }
    // The generator must keep producing all three kinds, or the test tests nothing.
    #expect(seen[.optimal, default: 0] > 100)
    #expect(seen[.infeasible, default: 0] > 20)
    #expect(seen[.unbounded, default: 0] > 20)
  }
}

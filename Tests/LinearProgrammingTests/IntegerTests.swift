import LinearProgramming
import Testing

@Suite struct IntegerTests {
  static let settings: [IntegerOptions] = [
    IntegerOptions(),
    IntegerOptions(presolve: false),
    IntegerOptions(cuts: .all, feasibilityPump: true),
    IntegerOptions(presolve: false, cuts: .all, roundingHeuristic: false, nodeOrder: .depthFirst),
  ]

  private func randomModel(_ random: inout RandomSource) -> Model {
    let (rows, columns) = (
      Int.random(in: 1...4, using: &random), Int.random(in: 2...10, using: &random)
    )
    var model = Model(random.chance(0.5) ? .minimize : .maximize)
    for _ in 0..<rows {
      let a = random.whole(-3...12)
      model.addRow(
        random.chance(0.2)
          ? .equal(to: a) : random.chance(0.5) ? .atLeast(a) : Row(lower: a - 9, upper: a))
    }
    for _ in 0..<columns {
      var coefficients: [Coefficient] = []
      for row in 0..<rows where random.chance(0.7) {
        coefficients.append(Coefficient(row, random.whole(-3...7)))
      }
      model.addColumn(.binary(cost: random.whole(-9...9)), coefficients)
    }
    return model
  }

  /// All 2^n points.
  private func bruteForce(_ model: Model) -> Double? {
    let vectors = model.columns.vectors
    var best: Double?
    for bits in 0..<(1 << model.columns.count) {
      var objective = model.objectiveOffset
      var sums = [Double](repeating: 0, count: model.rows.count)
      for j in 0..<model.columns.count where bits & (1 << j) != 0 {
        objective += model.columns.columns[j].cost
        for k in Int(vectors.starts[j])..<Int(vectors.starts[j + 1]) {
          sums[Int(vectors.indices[k])] += vectors.values[k]
        }
      }
      guard zip(sums, model.rows).allSatisfy({ $0 >= $1.lower && $0 <= $1.upper }) else { continue }
      let better = best.map { model.direction == .minimize ? objective < $0 : objective > $0 }
      if better ?? true { best = objective }
    }
    return best
  }

  @Test(arguments: settings.indices)
  func threeHundredAgainstEnumeration(setting: Int) throws {
    var infeasible = 0
    for seed in 0..<300 {
      var random = RandomSource(seed: 7000 + seed)
      let model = randomModel(&random)
      let expected = bruteForce(model)
      try LinearProgram.withSession(model) { (session: inout Session) throws in
        let result = try session.solveInteger(Self.settings[setting])
        guard let expected else {
          infeasible += 1
          #expect(result.status == .infeasible, "seed \(seed)")
          #expect(result.solution == nil, "seed \(seed)")
          return
        }
        #expect(result.status == .optimal, "seed \(seed)")
        let solution = try #require(result.solution, "seed \(seed)")
        #expect(abs(solution.objective - expected) < 1e-6, "seed \(seed)")
        #expect(abs(result.bound - expected) < 1e-6, "seed \(seed)")
        let verdict = try session.check(solution.values)
        #expect(verdict.isFeasible, "seed \(seed)")
        #expect(abs(verdict.objective - expected) < 1e-6, "seed \(seed)")
        // The problem itself is unharmed: fixed columns are free again.
        let again = try session.solveInteger(Self.settings[setting])
        #expect(again.solution?.objective == solution.objective, "seed \(seed)")
        // Nothing beats the optimum, and a step looser finds it again.
        let step = model.direction == .minimize ? 1.0 : -1
        var options = Self.settings[setting]
        options.cutoff = expected
        let none = try session.solveInteger(options)
        #expect(none.status == .nothingBetter, "seed \(seed)")
        #expect(none.solution == nil, "seed \(seed)")
        #expect(abs(none.bound - expected) < 1e-6, "seed \(seed)")
        options.cutoff = expected + step
        let found = try session.solveInteger(options)
        #expect(found.status == .optimal, "seed \(seed)")
        #expect(abs((found.solution?.objective ?? .nan) - expected) < 1e-6, "seed \(seed)")
        // The optimum itself as the incumbent stays.
        options.cutoff = nil
        options.incumbent = solution.values
        let kept = try session.solveInteger(options)
        #expect(kept.status == .optimal, "seed \(seed)")
        #expect(kept.solution?.objective == solution.objective, "seed \(seed)")
      }
    }
    #expect(infeasible > 10)
  }

  /// General integers, free and fixed columns: four ways through the solver must agree.
  @Test func fourHundredMixedProgramsFourWays() throws {
    var solved = 0
    for seed in 0..<400 {
      var random = RandomSource(seed: 90_000 + seed)
      let model = randomProgram(&random, integers: 0.6)
      let results = try Self.settings.map { options in
        var limited = options
        limited.nodeLimit = 2000
        return try LinearProgram.withSession(model) { try $0.solveInteger(limited) }
      }
      // A tree over unbounded integers need not end.
      if results.contains(where: { $0.limit != nil }) { continue }
      for result in results {
        #expect(result.status == results[0].status, "seed \(seed)")
        guard result.status == .optimal, let solution = result.solution else { continue }
        solved += 1
        #expect(abs(solution.objective - (results[0].solution?.objective ?? .nan)) < 1e-5)
        let feasible = try LinearProgram.withSession(model) {
          try $0.check(solution.values, tolerance: 1e-5).isFeasible
        }
        #expect(feasible, "seed \(seed)")
      }
    }
    #expect(solved > 400)
  }

  @Test func generalIntegersAndContinuousTogether() throws {
    // Maximise 5x + 4y + z, x and y integer: 6x + 4y <= 23, x + 2y + z <= 6, z <= 1.5.
    // By hand: x = 3, y = 1 leaves z = 1: 20.
    var model = Model(.maximize, rows: [.atMost(23), .atMost(6)])
    model.addColumn(.integer(cost: 5), [Coefficient(0, 6), Coefficient(1, 1)])
    model.addColumn(.integer(cost: 4), [Coefficient(0, 4), Coefficient(1, 2)])
    model.addColumn(Column(cost: 1, upper: 1.5), [Coefficient(1, 1)])
    for options in Self.settings {
      let result = try LinearProgram.withSession(model) { try $0.solveInteger(options) }
      #expect(result.status == .optimal)
      #expect(abs((result.solution?.objective ?? 0) - 20) < 1e-9)
      #expect(zip(result.solution?.values ?? [], [3, 1, 1]).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test func unboundedRelaxation() throws {
    var model = Model(rows: [.atLeast(0)])
    model.addColumn(.integer(cost: -1), onesAt: [0])
    let result = try LinearProgram.withSession(model) { try $0.solveInteger() }
    #expect(result.status == .unbounded)
    #expect(result.bound == -.infinity)
  }
}

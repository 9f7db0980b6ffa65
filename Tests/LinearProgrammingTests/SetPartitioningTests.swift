import LinearProgramming
import Testing

@Suite struct SetPartitioningTests {
  @Test(arguments: 0..<12, [true, false])
  func incumbentsAndCutoffs(seed: Int, presolve: Bool) throws {
    let problem = CoveringProblem(rowCount: 14, extra: 150, largest: 5, seed: seed)
    let optimum = problem.optimum
    try LinearProgram.withSession(problem.model()) { (session: inout Session) throws in
      var options = IntegerOptions(presolve: presolve)
      let plain = try session.solveInteger(options)
      #expect(plain.status == .optimal)
      #expect(abs((plain.solution?.objective ?? 0) - optimum) < 1e-6)

      // A poor incumbent is improved upon.
      options.incumbent = problem.dearest
      let improved = try session.solveInteger(options)
      #expect(improved.status == .optimal)
      #expect(abs((improved.solution?.objective ?? 0) - optimum) < 1e-6)
      let improvedValues = improved.solution?.values ?? []
      #expect(try session.check(improvedValues).isFeasible)

      // Stopped at once, it is kept, and the bound is the relaxation's.
      options.nodeLimit = 0
      let stopped = try session.solveInteger(options)
      if stopped.status == .feasible {
        #expect(stopped.limit == .nodes)
        #expect(stopped.nodes == 0)
        #expect(stopped.bound <= optimum + 1e-6)
        #expect(stopped.bound > 0)
      }
      #expect(stopped.solution != nil)
      options.nodeLimit = nil

      // A cutoff below the incumbent: the incumbent is given back, the cutoff proved.
      options.cutoff = optimum
      let proved = try session.solveInteger(options)
      #expect(proved.status == .nothingBetter)
      #expect(proved.solution?.values == problem.dearest)
      #expect(abs(proved.bound - optimum) < 1e-6)
      options.cutoff = optimum + 0.01
      #expect(try session.solveInteger(options).status == .optimal)
    }
  }

  /// Stopped anywhere, the bound is below the optimum, the solution above, and both only improve.
  @Test(arguments: 0..<3, IntegerTests.settings.indices)
  func boundsHoldAtEveryStop(seed: Int, setting: Int) throws {
    let problem = CoveringProblem(rowCount: 15, extra: 250, largest: 4, seed: 100 + seed)
    let optimum = problem.optimum
    for incumbent in [nil, problem.dearest] {
      var (bound, objective) = (-Double.infinity, Double.infinity)
      for limit in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89] {
        var options = IntegerTests.settings[setting]
        options.nodeLimit = limit
        options.incumbent = incumbent
        let result = try LinearProgram.withSession(problem.model()) {
          try $0.solveInteger(options)
        }
        #expect(result.bound <= optimum + 1e-6)
        #expect(result.bound >= bound - 1e-6)
        #expect(result.nodes <= limit)
        bound = result.bound
        if incumbent != nil { #expect(result.solution != nil) }
        guard let solution = result.solution else { continue }
        #expect(solution.objective >= optimum - 1e-6)
        #expect(solution.objective <= objective + 1e-6)
        objective = solution.objective
        if result.status == .optimal { #expect(abs(solution.objective - optimum) < 1e-6) }
      }
      #expect(bound.isFinite)
    }
  }

  @Test func tightCutoffFixesColumns() throws {
    let problem = CoveringProblem(rowCount: 14, extra: 400, largest: 5, seed: 3)
    try LinearProgram.withSession(problem.model()) { (session: inout Session) throws in
      let best = try session.solveInteger()
      let result = try session.solveInteger(IntegerOptions(incumbent: best.solution?.values))
      #expect(result.status == .optimal)
      #expect(result.fixedColumns > 200 || result.nodes == 0)
    }
  }

  @Test func infeasibleIncumbentIsRefused() throws {
    let problem = CoveringProblem(rowCount: 6, extra: 20, largest: 3, seed: 1)
    var values = problem.dearest
    values[2] = 0
    try LinearProgram.withSession(problem.model()) { (session: inout Session) throws in
      #expect(throws: LinearProgramError.invalid([ModelFault(.row(2), .violated(by: 1))])) {
        try session.solveInteger(IntegerOptions(incumbent: values))
      }
      values[2] = 0.5
      #expect(throws: LinearProgramError.self) {
        try session.solveInteger(IntegerOptions(incumbent: values))
      }
      #expect(throws: LinearProgramError.self) {
        try session.solveInteger(IntegerOptions(incumbent: [1]))
      }
      #expect(try session.solveInteger().status == .optimal)
    }
  }
}

import LinearProgramming
import Testing

@Suite struct TextbookTests {
  /// Hillier and Lieberman's glass works: doors 2, windows 6, profit 36, duals 0, 3/2, 1.
  private var glassWorks: Model {
    var model = Model(.maximize, rows: [.atMost(4), .atMost(12), .atMost(18)])
    model.addColumn(Column(cost: 3), [Coefficient(0, 1), Coefficient(2, 3)])
    model.addColumn(Column(cost: 5), [Coefficient(1, 2), Coefficient(2, 2)])
    return model
  }

  @Test(arguments: [SimplexOptions.Method.primal, .dual])
  func knownOptimumAndDuals(method: SimplexOptions.Method) throws {
    try LinearProgram.withSession(glassWorks) { (session: inout Session) throws in
      let result = try session.solve(SimplexOptions(method: method))
      #expect(result.status == .optimal)
      #expect(result.isPrimalFeasible)
      #expect(abs(result.objective - 36) < 1e-9)
      #expect(zip(try session.values(), [2, 6]).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(zip(try session.duals(), [0, 1.5, 1]).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(try session.reducedCosts().allSatisfy { abs($0) < 1e-9 })
      #expect(zip(try session.rowActivities(), [2, 12, 18]).allSatisfy { abs($0 - $1) < 1e-9 })
      let basis = try session.basis()
      #expect(basis.columns == [.basic, .basic])
      #expect(basis.rows == [.basic, .atUpper, .atUpper])
    }
  }

  @Test func dualIsTheGainOfOneMoreUnit() throws {
    var wider = glassWorks
    wider.rows[2] = .atMost(19)
    let gain = try LinearProgram.withSession(wider) { try $0.solve().objective } - 36
    #expect(abs(gain - 1) < 1e-9)
  }

  /// Two plants with 20 and 30 units, three markets asking 10, 25 and 15; by hand: 10 and 10
  /// from the first plant to markets 0 and 1, 15 and 15 from the second: 10·2 + 10·3 + 15·4 + 15·1.
  @Test func transport() throws {
    let costs = [[2.0, 3, 5], [6, 4, 1]]
    let demands = [10.0, 25, 15].map { Row.equal(to: $0) }
    var model = Model(rows: [.atMost(20), .atMost(30)] + demands)
    for plant in 0..<2 {
      for market in 0..<3 {
        model.addColumn(Column(cost: costs[plant][market]), onesAt: [plant, 2 + market])
      }
    }
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      let result = try session.solve()
      #expect(result.objective == 125)
      let flaw = Certificate(
        model: model, values: try session.values(), duals: try session.duals()
      ).flaw(objective: result.objective)
      #expect(flaw == nil)
    }
  }

  @Test func rangedRowsFixedAndFreeColumnsAndOffset() throws {
    // x free, y fixed at 2, 1 <= x + y <= 3, minimise x + 10: x = -1, objective 9.
    var model = Model(rows: [Row(lower: 1, upper: 3)], objectiveOffset: 10)
    model.addColumn(Column(cost: 1, lower: -.infinity), onesAt: [0])
    model.addColumn(Column(cost: 0, lower: 2, upper: 2), onesAt: [0])
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      #expect(try session.solve().objective == 9)
      #expect(try session.values() == [-1, 2])
    }
  }

  @Test(arguments: [SimplexOptions.Method.primal, .dual])
  func infeasible(method: SimplexOptions.Method) throws {
    var model = Model(rows: [.atLeast(3), .atMost(2)])
    model.addColumn(Column(cost: 1), onesAt: [0, 1])
    let result = try LinearProgram.withSession(model) {
      try $0.solve(SimplexOptions(method: method))
    }
    #expect(result.status == .infeasible)
    #expect(!result.isPrimalFeasible)
  }

  @Test(arguments: [SimplexOptions.Method.primal, .dual])
  func unbounded(method: SimplexOptions.Method) throws {
    var model = Model(rows: [.atLeast(1)])
    model.addColumn(Column(cost: -1), onesAt: [0])
    let result = try LinearProgram.withSession(model) {
      try $0.solve(SimplexOptions(method: method))
    }
    #expect(result.status == .unbounded)
  }

  @Test func emptyModels() throws {
    #expect(try LinearProgram.withSession { try $0.solve().status } == .optimal)
    let rowsOnly = Model(rows: [.atMost(1), .free])
    #expect(try LinearProgram.withSession(rowsOnly) { try $0.solve().status } == .optimal)
    let impossible = Model(rows: [.atLeast(1)])
    #expect(try LinearProgram.withSession(impossible) { try $0.solve().status } == .infeasible)
    var columnsOnly = Model(.maximize, objectiveOffset: 1)
    columnsOnly.addColumn(.binary(cost: 2), [])
    columnsOnly.addColumn(.binary(cost: -2), [])
    try LinearProgram.withSession(columnsOnly) { (session: inout Session) throws in
      #expect(try session.solve().objective == 3)
      for presolve in [true, false] {
        let result = try session.solveInteger(IntegerOptions(presolve: presolve, cuts: .all))
        #expect(result.status == .optimal)
        #expect(result.solution?.values == [1, 0])
      }
    }
    for presolve in [true, false] {
      let result = try LinearProgram.withSession {
        try $0.solveInteger(IntegerOptions(presolve: presolve, cuts: .all))
      }
      #expect(result.status == .optimal)
      #expect(result.solution?.objective == 0)
    }
  }

  @Test func solverVersionIsKnown() {
    #expect(LinearProgram.solverVersion.hasPrefix("5."))
  }
}

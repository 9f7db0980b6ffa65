import LinearProgramming
import Testing

@Suite struct ValidationTests {
  @Test func allFaultsAtOnce() throws {
    var model = Model(rows: [.atMost(1), Row(lower: 2, upper: 1), .atLeast(.infinity)])
    model.objectiveOffset = .infinity
    model.addColumn(Column(cost: .nan), onesAt: [0])
    model.addColumn(Column(cost: 1, lower: 3, upper: 2), onesAt: [0, 9])
    model.addColumn(Column(cost: -.infinity, upper: -.infinity), [Coefficient(1, .nan)])
    model.addColumn(.integer(cost: 1, lower: 0.5), [Coefficient(2, 1), Coefficient(2, 3)])
    model.addColumn(Column(cost: 1), [Coefficient(-1, 1)])
    let expected: Set<ModelFault> = [
      ModelFault(.objective, .infinite(.infinity)),
      ModelFault(.row(1), .crossedBounds(lower: 2, upper: 1)),
      ModelFault(.row(2), .infinite(.infinity)),
      ModelFault(.column(0), .notANumber),
      ModelFault(.column(1), .crossedBounds(lower: 3, upper: 2)),
      ModelFault(.coefficient(column: 1, row: 9), .indexOutOfRange(count: 3)),
      ModelFault(.column(2), .infinite(-.infinity)),
      ModelFault(.coefficient(column: 2, row: 1), .notANumber),
      ModelFault(.column(3), .fractionalBound(0.5)),
      ModelFault(.coefficient(column: 3, row: 2), .duplicate),
      ModelFault(.coefficient(column: 4, row: -1), .indexOutOfRange(count: 3)),
    ]
    #expect(Set(model.faults()) == expected)
    #expect(throws: LinearProgramError.invalid(model.faults())) {
      try LinearProgram.withSession(model) { try $0.solve() }
    }
    #expect("\(model.faults()[0])" == "objective offset: inf is not allowed here")
  }

  @Test func faultyEditsChangeNothing() throws {
    var model = Model(.maximize, rows: [.atMost(4)])
    model.addColumn(.binary(cost: 1), onesAt: [0])
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      try session.solve()
      let place = ModelFault.Place.coefficient(column: 1, row: 5)
      #expect(throws: LinearProgramError.invalid([ModelFault(place, .indexOutOfRange(count: 1))])) {
        try session.addColumn(Column(cost: 1), [Coefficient(5, 1)])
      }
      #expect(throws: LinearProgramError.self) { try session.addRow(.free, [Coefficient(1, 1)]) }
      #expect(throws: LinearProgramError.self) { try session.deleteColumns([0, 0]) }
      #expect(throws: LinearProgramError.self) { try session.deleteRows([1]) }
      #expect(throws: LinearProgramError.self) {
        try session.setBounds(ofColumn: 0, lower: 0, upper: 0.5)
      }
      #expect(throws: LinearProgramError.self) {
        try session.setBounds(ofColumns: [0], lower: [], upper: [1])
      }
      #expect(throws: LinearProgramError.self) {
        try session.setBounds(ofRows: [0], to: [Row(lower: 1, upper: 0)])
      }
      #expect(throws: LinearProgramError.self) { try session.setCosts([.nan], ofColumns: [0]) }
      #expect(throws: LinearProgramError.self) {
        try session.setBasis(Basis(rows: [], columns: []))
      }
      #expect(throws: LinearProgramError.self) {
        try session.solve(SimplexOptions(iterationLimit: -1))
      }
      #expect(throws: LinearProgramError.self) {
        try session.solveInteger(IntegerOptions(relativeGap: -1))
      }
      #expect(throws: LinearProgramError.self) {
        try session.solveInteger(IntegerOptions(cutoff: .nan))
      }
      #expect(session.columnCount == 1)
      #expect(session.rowCount == 1)
      // The solution found before is still there.
      #expect(try session.values() == [1])
    }
  }
}

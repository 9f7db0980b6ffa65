import LinearProgramming
import Testing

@Suite struct WarmStartTests {
  @Test func newColumnsCostFewIterations() throws {
    let problem = CoveringProblem(rowCount: 60, extra: 1500, largest: 6, seed: 5)
    var model = Model(rows: problem.model().rows)
    for j in 0..<1500 { model.addColumn(Column(cost: problem.costs[j]), onesAt: problem.sets[j]) }
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      let cold = try session.solve()
      var warmIterations = 0
      var objective = cold.objective
      for j in 1500..<problem.sets.count {
        let duals = try session.duals()
        let price = problem.costs[j] - problem.sets[j].reduce(0) { $0 + duals[$1] }
        let index = try session.addColumn(
          Column(cost: problem.costs[j]), problem.sets[j].map { Coefficient($0, 1) })
        #expect(index == j)
        let warm = try session.solve()
        #expect(abs(try session.reducedCosts()[j]) < 1e-7 || warm.iterations == 0 || price < 1e-7)
        if price > 1e-7 { #expect(warm.iterations == 0) }
        #expect(warm.objective <= objective + 1e-9)
        #expect(!warm.basisWasRebuilt)
        objective = warm.objective
        warmIterations = max(warmIterations, warm.iterations)
      }
      #expect(warmIterations * 2 < cold.iterations)
      // The same columns from scratch give the same optimum.
      var all = Model(rows: model.rows)
      for (set, cost) in zip(problem.sets, problem.costs) {
        all.addColumn(Column(cost: cost), onesAt: set)
      }
      let direct = try LinearProgram.withSession(all) { try $0.solve().objective }
      #expect(abs(direct - objective) < 1e-6)
    }
  }

  @Test func changedBoundsByTheDualMethod() throws {
    let problem = CoveringProblem(rowCount: 40, extra: 800, largest: 5, seed: 9)
    try LinearProgram.withSession(problem.model(.continuous)) { (session: inout Session) throws in
      let cold = try session.solve()
      let used = try session.values().indices.filter { try session.values()[$0] > 0.5 }
      try session.setBounds(ofColumn: used[0], lower: 0, upper: 0)
      let warm = try session.solve(SimplexOptions(method: .dual))
      #expect(warm.status == .optimal)
      #expect(warm.objective >= cold.objective - 1e-9)
      #expect(warm.iterations * 2 < cold.iterations)
      #expect(try session.values()[used[0]] == 0)
    }
  }

  @Test func basisCarriesOver() throws {
    let model = CoveringProblem(rowCount: 40, extra: 800, largest: 5, seed: 10).model(.continuous)
    let (basis, cold) = try LinearProgram.withSession(model) { (session: inout Session) throws in
      let result = try session.solve()
      return (try session.basis(), result)
    }
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      try session.setBasis(basis)
      let warm = try session.solve()
      #expect(warm.iterations == 0)
      #expect(abs(warm.objective - cold.objective) < 1e-7)
      try session.resetBasis()
      #expect(try session.solve().iterations == cold.iterations)
      try session.guessBasis()
      #expect(abs(try session.solve().objective - cold.objective) < 1e-7)
    }
  }

  @Test func deletedColumnsAndRows() throws {
    let problem = CoveringProblem(rowCount: 30, extra: 400, largest: 5, seed: 11)
    try LinearProgram.withSession(problem.model(.continuous)) { (session: inout Session) throws in
      let before = try session.solve()
      // What does not pay can go without any work.
      let dear = try session.reducedCosts().indices.filter { try session.reducedCosts()[$0] > 1 }
      try session.deleteColumns(dear)
      #expect(session.columnCount == problem.sets.count - dear.count)
      #expect(throws: LinearProgramError.nothingSolved) { try session.values() }
      let after = try session.solve()
      #expect(after.iterations == 0)
      #expect(abs(after.objective - before.objective) < 1e-7)
      try session.deleteRows([0, 7])
      #expect(session.rowCount == 28)
      #expect(try session.solve().objective <= before.objective + 1e-7)
      #expect(try session.duals().count == 28)
    }
  }

  /// It leaves a basis too small to use, and the next solve mends that.
  @Test func deletedBasicColumn() throws {
    let problem = CoveringProblem(rowCount: 30, extra: 400, largest: 5, seed: 11)
    try LinearProgram.withSession(problem.model(.continuous)) { (session: inout Session) throws in
      try session.solve()
      let basic = try session.basis().columns.lastIndex(of: .basic)
      let index = try #require(basic)
      try session.deleteColumns([index])
      let mended = try session.solve()
      #expect(mended.basisWasRebuilt)
      var without = problem
      without.sets.remove(at: index)
      without.costs.remove(at: index)
      let fresh = try LinearProgram.withSession(without.model(.continuous)) { try $0.solve() }
      #expect(mended.status == .optimal)
      #expect(fresh.status == .optimal)
      #expect(abs(mended.objective - fresh.objective) < 1e-7)
    }
  }

  @Test func addedRowsAndChangedCosts() throws {
    var model = Model(.maximize, rows: [.atMost(10)])
    model.addColumn(Column(cost: 2), onesAt: [0])
    model.addColumn(Column(cost: 1), onesAt: [0])
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      #expect(try session.solve().objective == 20)
      let cut = try session.addRow(.atMost(4), [Coefficient(0, 1)])
      #expect(cut == 1)
      #expect(try session.solve(SimplexOptions(method: .dual)).objective == 14)
      try session.setCosts([5], ofColumns: [1])
      #expect(try session.solve().objective == 50)
      try session.setBounds(ofRows: [0], to: [.atMost(3)])
      #expect(try session.solve(SimplexOptions(method: .dual)).objective == 15)
    }
  }

  /// Column generation end to end on cutting stock: the LP value of a known small case.
  @Test func columnGeneration() throws {
    // Rolls of 100; 97 of width 45, 610 of 36, 395 of 31, 211 of 14 (Chvátal): LP value 452.25.
    let (widths, demands) = ([45, 36, 31, 14], [97.0, 610, 395, 211])
    var model = Model(rows: demands.map { Row.atLeast($0) })
    for (row, width) in widths.enumerated() {
      model.addColumn(Column(cost: 1), [Coefficient(row, Double(100 / width))])
    }
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      var duals: [Double] = []
      var rounds = 0
      while true {
        rounds += 1
        let result = try session.solve()
        try session.readDuals(into: &duals)
        // Knapsack by dynamic programming on the width used.
        var best = [(value: 0.0, pattern: [0, 0, 0, 0])]
        for room in 1...100 {
          var top = best[room - 1]
          for (row, width) in widths.enumerated() where width <= room {
            var (value, pattern) = best[room - width]
            value += duals[row]
            pattern[row] += 1
            if value > top.value + 1e-12 { top = (value, pattern) }
          }
          best.append(top)
        }
        if best[100].value <= 1 + 1e-9 {
          #expect(abs(result.objective - 452.25) < 1e-6)
          break
        }
        let pattern = best[100].pattern.enumerated().filter { $0.element > 0 }
        try session.addColumn(
          Column(cost: 1), pattern.map { Coefficient($0.offset, Double($0.element)) })
      }
      #expect(rounds < 30)
    }
  }
}

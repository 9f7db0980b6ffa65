import Glibc
import LinearProgramming

// Not in main.swift: what is formed there belongs to the main actor and aborts on another
// thread.

private func model(seed: Int, rows: Int, columns: Int) -> Model {
  var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  var model = Model(rows: [Row](repeating: .equal(to: 1), count: rows))
  for column in 0..<columns {
    var members: Set<Int> = [column % rows]
    if column >= rows { for _ in 0..<next(10) { members.insert(next(rows)) } }
    let cost = column < rows ? 90 : 20 + Double(next(40)) * Double(members.count).squareRoot()
    model.addColumn(.binary(cost: cost), onesAt: members.sorted())
  }
  return model
}

private func exercise(_ round: Int) throws {
  let small = model(seed: round, rows: 8, columns: 40)
  try LinearProgram.withSession(small) { session in
    try session.solve()
    try session.addColumn(Column(cost: 5), [Coefficient(0, 1), Coefficient(3, 1)])
    try session.solve()
    let stop = StopFlag()
    let options = IntegerOptions(nodeLimit: 20, stop: stop, presolve: round % 2 == 0, cuts: .all)
    var again = options
    again.incumbent = try session.solveInteger(options).solution?.values
    _ = try session.solveInteger(again)
    try LinearProgram.withSession(small) { inner in
      try inner.solve(SimplexOptions(method: .dual))
      if round % 7 == 3 { try? inner.provokeFatalError() }
    }
    try session.deleteColumns([1])
    try session.solve()
  }
}

func measure() throws {
  let clock = ContinuousClock()
  let large = model(seed: 1, rows: 500, columns: 20_000)
  let empty = Model(rows: large.rows)
  try LinearProgram.withSession(empty) { session in
    let load = try clock.measure { try session.addColumns(large.columns) }
    var result: SimplexResult?
    let solve = try clock.measure { result = try session.solve() }
    print("load \(load), solve \(solve), \(result?.iterations ?? 0) iterations")
    var duals: [Double] = []
    let column = Column(cost: 12)
    let step = try clock.measure {
      for k in 0..<100 {
        try session.addColumn(column, [Coefficient(k, 1), Coefficient(k + 100, 1)])
        try session.solve()
        try session.readDuals(into: &duals)
      }
    }
    print("add, solve, read duals: \(step / 100) a round")
  }
}

private func exerciseAll() {
  var lost = 0
  for round in 0..<50 {
    do {
      try exercise(round)
    } catch LinearProgramError.sessionLost {
      lost += 1
    } catch {
      fatalError("\(error)")
    }
  }
  precondition(lost == 7)
}

/// The thread then ends, so that an environment left behind is lost, not merely reachable.
func exerciseOnAnotherThread() {
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { _ in
      exerciseAll()
      return nil
    }, nil)
  precondition(status == 0)
  pthread_join(thread, nil)
}

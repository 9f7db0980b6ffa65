import Foundation
import LinearProgramming
import Testing

@Suite struct LimitTests {
  @Test(arguments: [true, false])
  func nodeLimitIsDeterministic(presolve: Bool) throws {
    let options = IntegerOptions(nodeLimit: 300, presolve: presolve)
    let runs = try (0..<3).map { _ in
      try LinearProgram.withSession(marketSplit()) { try $0.solveInteger(options) }
    }
    #expect(runs[0].limit == .nodes)
    #expect(runs[0].nodes == 300)
    #expect(runs[1] == runs[0])
    #expect(runs[2] == runs[0])
    var fewer = options
    fewer.nodeLimit = 10
    let short = try LinearProgram.withSession(marketSplit()) { try $0.solveInteger(fewer) }
    #expect(short.nodes == 10)
    #expect(short.bound <= runs[0].bound)
  }

  @Test(arguments: [true, false])
  func timeLimitIsObeyed(presolve: Bool) throws {
    let clock = ContinuousClock()
    let options = IntegerOptions(timeLimit: .milliseconds(300), presolve: presolve)
    try LinearProgram.withSession(marketSplit()) { (session: inout Session) throws in
      var result: IntegerResult?
      let taken = try clock.measure { result = try session.solveInteger(options) }
      #expect(result?.limit == .time)
      #expect(taken >= .milliseconds(290))
      #expect(taken < .seconds(3))
      #expect((result?.bound ?? .infinity) >= 0)
      let none = try session.solveInteger(IntegerOptions(timeLimit: .zero))
      #expect(none.limit == .time)
      #expect(none.status == .unknown)
      #expect(none.bound == -.infinity)
    }
  }

  @Test func flagRaisedElsewhereStopsTheTree() throws {
    let flag = StopFlag()
    let clock = ContinuousClock()
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.2)
      flag.raise()
    }
    let start = clock.now
    let result = try LinearProgram.withSession(marketSplit()) {
      try $0.solveInteger(IntegerOptions(timeLimit: .seconds(60), stop: flag))
    }
    #expect(result.limit == .stopFlag)
    #expect(clock.now - start < .seconds(10))
    #expect(flag.isRaised)
  }

  @Test func flagAndLimitsStopTheSimplexMethod() throws {
    let model = CoveringProblem(rowCount: 80, extra: 2000, largest: 6, seed: 2).model(.continuous)
    let flag = StopFlag()
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      flag.raise()
      #expect(try session.solve(SimplexOptions(stop: flag)).status == .stopped)
      flag.lower()
      #expect(try session.solve(SimplexOptions(timeLimit: .zero)).status == .timeLimit)
      let some = try session.solve(SimplexOptions(iterationLimit: 20))
      #expect(some.status == .iterationLimit)
      #expect(some.iterations == 20)
      let rest = try session.solve(SimplexOptions(stop: flag))
      #expect(rest.status == .optimal)
      flag.raise()
      let tree = try session.solveInteger(IntegerOptions(stop: flag))
      #expect(tree.limit == .stopFlag)
      #expect(tree.status == .unknown)
    }
  }

  @Test func simplexStoppedInTheMiddle() throws {
    // Large enough to run for seconds; the flag comes after a tenth of one.
    let model = CoveringProblem(rowCount: 900, extra: 9000, largest: 12, seed: 4)
      .model(.continuous)
    let flag = StopFlag()
    let clock = ContinuousClock()
    try LinearProgram.withSession(model) { (session: inout Session) throws in
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 0.1)
        flag.raise()
      }
      let start = clock.now
      let result = try session.solve(SimplexOptions(timeLimit: .seconds(60), stop: flag))
      #expect(result.status == .stopped)
      #expect(clock.now - start < .seconds(5))
    }
  }

  @Test func relativeGap() throws {
    let problem = CoveringProblem(rowCount: 14, extra: 300, largest: 5, seed: 21)
    let optimum = problem.optimum
    for presolve in [true, false] {
      let result = try LinearProgram.withSession(problem.model()) {
        try $0.solveInteger(
          IntegerOptions(relativeGap: 1, incumbent: problem.dearest, presolve: presolve))
      }
      #expect(result.status == .feasible)
      #expect(result.limit == .relativeGap)
      #expect(result.bound <= optimum + 1e-6)
      #expect(result.bound > 0)
      #expect((result.solution?.objective ?? 0) >= optimum - 1e-6)
    }
  }
}

import Foundation
import LinearProgramming
import Synchronization
import Testing

@Suite struct ThreadTests {
  /// Four threads, each with its own environment; one breaks its own now and then.
  @Test func fourThreadsAtOnce() throws {
    let problem = CoveringProblem(rowCount: 14, extra: 150, largest: 5, seed: 30)
    let (model, optimum) = (problem.model(), problem.optimum)
    let objectives = Mutex<[Double]>([])
    let done = DispatchSemaphore(value: 0)
    for number in 0..<4 {
      Thread.detachNewThread {
        for round in 0..<10 {
          let objective = try? LinearProgram.withSession(model) { (session: inout Session) throws in
            if number == 3 && round % 2 == 0 { try? session.provokeFatalError() }
            return try session.solveInteger().solution?.objective
          }
          objectives.withLock { $0.append((objective ?? nil) ?? .nan) }
        }
        done.signal()
      }
    }
    for _ in 0..<4 { done.wait() }
    let all = objectives.withLock { $0 }
    #expect(all.count == 40)
    #expect(all.filter { $0.isNaN }.count == 5)
    #expect(all.filter { abs($0 - optimum) < 1e-6 }.count == 35)
  }

  /// The type system makes it hard to leave the thread; whoever manages is stopped.
  @Test func otherThreadIsCaught() async {
    await #expect(processExitsWith: .failure) { try useFromAnotherThread() }
  }

  @Test func terminalStaysSilent() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try solveLoudly()
    }
    #expect(result?.standardOutputContent.isEmpty == true)
    #expect(result?.standardErrorContent.isEmpty == true)
  }
}

private func useFromAnotherThread() throws {
  try LinearProgram.withSession { (session: inout Session) throws in
    try withUnsafeMutablePointer(to: &session) { (pointer: UnsafeMutablePointer<Session>) throws in
      nonisolated(unsafe) let smuggled = pointer
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        _ = try? smuggled.pointee.solve()
        done.signal()
      }
      done.wait()
    }
  }
}

/// Everything GLPK likes to talk about: scaling, crash bases, trees, fatal errors.
private func solveLoudly() throws {
  let problem = CoveringProblem(rowCount: 14, extra: 150, largest: 5, seed: 31)
  try LinearProgram.withSession(problem.model()) { (session: inout Session) throws in
    try session.guessBasis()
    try session.solve()
    _ = try session.solveInteger(IntegerOptions(presolve: false, cuts: .all, feasibilityPump: true))
    _ = try session.solveInteger(IntegerOptions(cuts: .all))
    try? session.provokeFatalError()
  }
}

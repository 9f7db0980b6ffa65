import LinearProgramming
import Testing

@Suite struct FatalErrorTests {
  private var model: Model {
    var model = Model(.maximize, rows: [.atMost(4)])
    model.addColumn(Column(cost: 2), onesAt: [0])
    return model
  }

  private func lostMessage(_ body: () throws -> Void) -> String? {
    do {
      try body()
    } catch LinearProgramError.sessionLost(let text) {
      return text
    } catch {}
    return nil
  }

  @Test func thriceInARowAndThenSolve() throws {
    for _ in 0..<3 {
      try LinearProgram.withSession(model) { (session: inout Session) throws in
        #expect(try session.solve().objective == 8)
        let text = lostMessage { try session.provokeFatalError() }
        #expect(text?.contains("glp_set_obj_coef") == true)
        // Dead for good, also for what needs no solving.
        #expect(lostMessage { try session.solve() } != nil)
        #expect(lostMessage { _ = try session.basis() } != nil)
        #expect(lostMessage { try session.addColumn(Column(cost: 1), []) } != nil)
        #expect(lostMessage { _ = try session.solveInteger() } != nil)
      }
    }
    #expect(try LinearProgram.withSession(model) { try $0.solve().objective } == 8)
  }

  @Test func nestedSessionsShareTheirFate() throws {
    try LinearProgram.withSession(model) { (outer: inout Session) throws in
      try LinearProgram.withSession(model) { (inner: inout Session) throws in
        #expect(try inner.solve().objective == 8)
        #expect(lostMessage { try inner.provokeFatalError() } != nil)
      }
      #expect(lostMessage { try outer.solve() } != nil)
      // A new one on the same thread works, inside the dead one's scope.
      #expect(try LinearProgram.withSession(model) { try $0.solve().objective } == 8)
    }
  }

  @Test func nestedSessionsLiveSideBySide() throws {
    try LinearProgram.withSession(model) { (outer: inout Session) throws in
      try outer.solve()
      let inner = try LinearProgram.withSession(model) { try $0.solve().objective }
      #expect(inner == 8)
      #expect(try outer.values() == [4])
      #expect(Session.memoryInUse.blocks > 0)
    }
    #expect(Session.memoryInUse.blocks == 0)
  }

  @Test func errorsOfTheBodyPassThrough() {
    struct Own: Error {}
    #expect(throws: Own.self) { try LinearProgram.withSession(model) { _ in throw Own() } }
    #expect(Session.memoryInUse.blocks == 0)
  }
}

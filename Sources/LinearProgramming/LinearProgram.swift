internal import CGLPK

/// The door to the solver.
public enum LinearProgram {
  /// Version of the GLPK library in use, such as "5.0".
  public static var solverVersion: String {
    unsafe String(cString: glp_version())
  }

  /// Opens a session on `model`, hands it to `body` and closes it whatever happens.
  ///
  /// GLPK keeps its memory by thread, and an `await` may change thread. So the scope is
  /// synchronous, `body` cannot await, and this cannot be called from asynchronous code
  /// directly: call a synchronous function that does, on a thread that may be kept busy.
  ///
  /// - Throws: ``LinearProgramError/invalid(_:)`` with all faults of the model, or what `body`
  ///   throws.
  @available(*, noasync, message: "GLPK is bound to its thread; call from synchronous code")
  @discardableResult
  public static func withSession<Value>(
    _ model: Model = Model(), _ body: (inout Session) throws -> Value
  ) throws -> Value {
    var session = try Session.open(model)
    return try body(&session)
  }
}

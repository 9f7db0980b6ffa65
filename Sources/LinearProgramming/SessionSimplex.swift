internal import CGLPKGuard

extension Session {
  /// Solves the linear relaxation (integer columns may be fractional) from the current basis.
  ///
  /// The first basis is the slack basis; after a solve it is the one the solve ended with.
  /// - Throws: `.numericalTrouble` when it fails from the current, a crash and the slack basis.
  @discardableResult
  public mutating func solve(
    _ options: SimplexOptions = SimplexOptions()
  ) throws(LinearProgramError) -> SimplexResult {
    var list = FaultList()
    if let limit = options.iterationLimit, limit < 0 {
      list.add(.option("iterationLimit"), .outOfRange(Double(limit)))
    }
    try list.throwIfAny()
    isSolved = false
    var request = unsafe fence_simplex_options()
    unsafe request.dual = options.method == .dual ? 1 : 0
    unsafe request.iteration_limit = options.iterationLimit.map(Int64.init) ?? -1
    unsafe request.seconds = options.timeLimit?.inSeconds ?? .infinity
    unsafe request.stop = options.stop.map { unsafe $0.flag }
    var answer = fence_simplex_result()
    let code = unsafe fence_simplex(handle, &request, &answer)
    // The C side reads the flag through a bare pointer: it must outlive the call.
    withExtendedLifetime(options) {}
    try check(code)
    guard let status = SimplexResult.Status(outcome: answer.outcome) else {
      throw .numericalTrouble(Self.log)
    }
    isSolved = true
    return SimplexResult(
      status: status, objective: answer.objective,
      isPrimalFeasible: answer.primal_feasible != 0, iterations: Int(answer.iterations),
      basisWasRebuilt: answer.basis_rebuilt != 0)
  }

  /// Replaces the basis by the slack basis: every row basic, every column at a bound.
  public mutating func resetBasis() throws(LinearProgramError) {
    isSolved = false
    try unsafe check(fence_slack_basis(handle))
  }

  /// Replaces the basis by one that GLPK guesses from the matrix; often nearer the optimum.
  public mutating func guessBasis() throws(LinearProgramError) {
    isSolved = false
    try unsafe check(fence_advanced_basis(handle))
  }

  /// Sets the basis, one status per row and column. An unusable one is mended by the next solve.
  public mutating func setBasis(_ basis: Basis) throws(LinearProgramError) {
    var list = FaultList()
    list.check(count: basis.rows.count, of: "basis.rows", expected: rowCount)
    list.check(count: basis.columns.count, of: "basis.columns", expected: columnCount)
    try list.throwIfAny()
    isSolved = false
    let (rows, columns) = (basis.rows.map(\.rawValue), basis.columns.map(\.rawValue))
    try unsafe check(fence_set_basis(handle, rows, columns))
  }
}

extension SimplexResult.Status {
  init?(outcome: Int32) {
    switch Int(outcome) {
    case FENCE_FINISHED: self = .optimal
    case FENCE_INFEASIBLE: self = .infeasible
    case FENCE_UNBOUNDED: self = .unbounded
    case FENCE_ITERATION_LIMIT: self = .iterationLimit
    case FENCE_TIME_LIMIT: self = .timeLimit
    case FENCE_STOP_FLAG: self = .stopped
    default: return nil
    }
  }
}

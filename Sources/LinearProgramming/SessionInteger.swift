internal import CGLPKGuard

extension Session {
  /// Solves the problem with its integer columns by branch and bound.
  ///
  /// The relaxation is solved first, from the current basis, with `options.stop` and the time
  /// limit in force. Afterwards no basic solution can be read until the next ``solve(_:)``.
  /// A relaxation that is unbounded is reported as `.unbounded` whatever the integers say.
  /// - Throws: `.invalid` for options out of range and for an incumbent that is not feasible.
  public mutating func solveInteger(
    _ options: IntegerOptions = IntegerOptions()
  ) throws(LinearProgramError) -> IntegerResult {
    try validate(options)
    let incumbent = try judgedIncumbent(options)
    isSolved = false
    var values = [Double](repeating: 0, count: columnCount)
    var answer = fence_integer_result()
    let code = unsafe (incumbent?.values ?? []).withUnsafeBufferPointer { start in
      var request = unsafe fence_integer_options(options)
      unsafe request.incumbent = incumbent == nil ? nil : start.baseAddress
      return unsafe fence_integer(handle, &request, &answer, &values)
    }
    // The C side reads the flag through a bare pointer: it must outlive the call.
    withExtendedLifetime(options) {}
    try check(code)
    var found: IntegerResult.Solution?
    if answer.has_solution != 0 {
      for (column, kind) in kinds.enumerated() where kind == .integer {
        values[column].round()
      }
      // Of the whole numbers, not of GLPK's near ones.
      let objective = try check(values).objective
      found = IntegerResult.Solution(objective: objective, values: values)
    }
    let outcome = BranchOutcome(direction: direction, cutoff: options.cutoff)
    return outcome.result(of: answer, found: found, incumbent: incumbent)
  }

  private func validate(_ options: IntegerOptions) throws(LinearProgramError) {
    var list = FaultList()
    if let limit = options.nodeLimit, limit < 0 {
      list.add(.option("nodeLimit"), .outOfRange(Double(limit)))
    }
    if !(0...1).contains(options.relativeGap) {
      list.add(.option("relativeGap"), .outOfRange(options.relativeGap))
    }
    if let cutoff = options.cutoff { list.checkFinite(cutoff, at: .option("cutoff")) }
    try list.throwIfAny()
  }

  /// The incumbent with its integers made whole, once it is known to be feasible.
  private func judgedIncumbent(
    _ options: IntegerOptions
  ) throws(LinearProgramError) -> IntegerResult.Solution? {
    guard var values = options.incumbent else { return nil }
    if values.count == columnCount {
      for (column, kind) in kinds.enumerated() where kind == .integer {
        let whole = values[column].rounded()
        if abs(whole - values[column]) <= 1e-6 { values[column] = whole }
      }
    }
    let verdict = try check(values)
    if let worst = verdict.worst { throw .invalid([worst]) }
    return IntegerResult.Solution(objective: verdict.objective, values: values)
  }
}

extension fence_integer_options {
  init(_ options: IntegerOptions) {
    unsafe self.init()
    unsafe seconds = options.timeLimit?.inSeconds ?? .infinity
    unsafe node_limit = options.nodeLimit.map(Int64.init) ?? -1
    unsafe relative_gap = options.relativeGap
    unsafe cutoff = options.cutoff ?? .nan
    unsafe stop = options.stop.map { unsafe $0.flag }
    unsafe presolve = options.presolve ?? (options.incumbent == nil) ? 1 : 0
    unsafe fix_by_reduced_cost = options.fixesByReducedCost ? 1 : 0
    unsafe gomory_cuts = options.cuts.contains(.gomory) ? 1 : 0
    unsafe rounding_cuts = options.cuts.contains(.mixedIntegerRounding) ? 1 : 0
    unsafe cover_cuts = options.cuts.contains(.cover) ? 1 : 0
    unsafe clique_cuts = options.cuts.contains(.clique) ? 1 : 0
    unsafe rounding_heuristic = options.roundingHeuristic ? 1 : 0
    unsafe feasibility_pump = options.feasibilityPump ? 1 : 0
    unsafe depth_first = options.nodeOrder == .depthFirst ? 1 : 0
  }
}

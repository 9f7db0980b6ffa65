internal import Desk
internal import DialARide
internal import Optimizer
internal import Planning

/// The search for a plan of a day, and for a robust one those that loosen it after it was rehearsed (R49).
struct PlanSearch {
  let input: DayInput
  let compiled: CompiledDay
  let options: SolverOptions
  let isRobust: Bool
  let output: OutputOptions

  /// What came of it.
  struct Found {
    var outcome: SearchRunner.Outcome
    /// What robustness has brought; `nil` where it was not asked for.
    var robust: RobustOutcome?
  }

  func run() throws -> Found {
    let robustness =
      isRobust ? RobustPlanning(input: input, compiled: compiled, options: options) : nil
    let first = try SearchRunner(options: robustness?.first ?? options, output: output).run(
      compiled.problem, from: compiled.start)
    var found = Found(outcome: first)
    if let robustness { found.robust = try loosen(robustness, &found.outcome) }
    return found
  }

  func plan(from found: Found) throws -> MadePlan {
    try PlanMaking(input: input, compiled: compiled, options: options).plan(
      from: found.outcome.search, isRobust: isRobust)
  }

  private func loosen(
    _ robustness: RobustPlanning, _ outcome: inout SearchRunner.Outcome
  ) throws -> RobustOutcome {
    var last = outcome
    let found = try robustness.run(
      from: outcome.result, isOver: { last.wasInterrupted },
      search: { problem, options, start in
        last = try SearchRunner(options: options, output: output).run(problem, from: start)
        return last.result
      })
    outcome = last.with(found.result)
    return found
  }
}

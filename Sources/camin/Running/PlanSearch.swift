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
    /// The day that the outcome is a solution of: of a robust plan the one with its feeder trips chosen.
    var compiled: CompiledDay
  }

  func run() throws -> Found {
    let robustness =
      isRobust ? RobustPlanning(input: input, compiled: compiled, options: options) : nil
    let first = try SearchRunner(options: robustness?.first ?? options, output: output).run(
      compiled.problem, from: compiled.start)
    var found = Found(outcome: first, compiled: compiled)
    if isRobust { try loosen(&found) }
    return found
  }

  func plan(from found: Found) throws -> MadePlan {
    try PlanMaking(input: input, compiled: found.compiled, options: options).plan(
      from: found.outcome.search, isRobust: isRobust)
  }

  private func loosen(_ found: inout Found) throws {
    var result = found.outcome.result
    do throws(Faults) {
      (found.compiled, result.solution) = try compiled.settled(by: result.solution)
    } catch {
      throw Failure(.internalError, error.faults)
    }
    let robustness = RobustPlanning(input: input, compiled: found.compiled, options: options)
    var last = found.outcome
    let loosened = try robustness.run(
      from: result, isOver: { last.wasInterrupted },
      search: { problem, options, start in
        last = try SearchRunner(options: options, output: output).run(problem, from: start)
        return last.result
      })
    found.outcome = last.with(loosened.result)
    found.robust = loosened
  }
}

internal import CGLPKGuard

/// Puts together what the tree found, the incumbent given and the cutoff into one result.
struct BranchOutcome {
  var direction: Model.Direction
  var cutoff: Double?

  private func isBetter(_ a: Double, than b: Double) -> Bool {
    direction == .minimize ? a < b : a > b
  }

  func result(
    of answer: fence_integer_result, found: IntegerResult.Solution?,
    incumbent: IntegerResult.Solution?
  ) -> IntegerResult {
    var result = IntegerResult(
      status: .unknown, solution: incumbent, bound: answer.bound,
      limit: IntegerResult.Limit(outcome: answer.outcome), nodes: Int(answer.nodes),
      rootIterations: Int(answer.iterations), fixedColumns: Int(answer.fixed))
    if let found, isWanted(found), isBetter(found.objective, than: incumbent?.objective) {
      result.solution = found
    }
    switch Int(answer.outcome) {
    case FENCE_UNBOUNDED:
      result.status = .unbounded
    case FENCE_INFEASIBLE:
      result.status = .infeasible
    case FENCE_FINISHED:
      result.status = provedStatus(result.solution, bound: answer.bound)
      if result.status == .optimal, let solution = result.solution {
        result.bound = solution.objective
      }
    default:
      result.status = result.solution == nil ? .unknown : .feasible
    }
    return result
  }

  /// The tree is empty: what does that say?
  private func provedStatus(
    _ solution: IntegerResult.Solution?, bound: Double
  ) -> IntegerResult.Status {
    guard let solution else { return cutoff == nil ? .infeasible : .nothingBetter }
    // An incumbent worse than the cutoff may be all there is, yet it is not proved optimal.
    let margin = 1e-7 * (1 + abs(bound))
    return abs(bound - solution.objective) > margin ? .nothingBetter : .optimal
  }

  private func isWanted(_ solution: IntegerResult.Solution) -> Bool {
    cutoff.map { isBetter(solution.objective, than: $0) } ?? true
  }

  private func isBetter(_ a: Double, than b: Double?) -> Bool {
    b.map { isBetter(a, than: $0) } ?? true
  }
}

extension IntegerResult.Limit {
  init?(outcome: Int32) {
    switch Int(outcome) {
    case FENCE_TIME_LIMIT: self = .time
    case FENCE_NODE_LIMIT: self = .nodes
    case FENCE_GAP_REACHED: self = .relativeGap
    case FENCE_STOP_FLAG: self = .stopFlag
    case FENCE_NUMERICAL_TROUBLE, FENCE_ITERATION_LIMIT: self = .numericalTrouble
    default: return nil
    }
  }
}

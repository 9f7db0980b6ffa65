public import DialARide

/// What many small probes of one day share: its travel tables, laid out once, and its narrowed windows.
///
/// On a big day the tables take longer to lay out than the insertions that are asked of them.
public final class InsertionGround: Sendable {
  let travel: SearchProblem
  /// Windows by stop number within which any two times keep the gaps of `Link.ordered`.
  public let windows: [[TimeWindow]]

  public init(_ problem: Problem) {
    windows = GapNarrowing(problem).windows()
    // Its requests are not needed, only its vehicles and matrices.
    travel = SearchProblem(
      Problem(
        sound: ProblemDraft(
          name: problem.draft.name, vehicles: problem.vehicles, matrices: problem.draft.matrices)))
  }

  /// For a problem with the same vehicles and matrices and other requests: the tables are not laid out anew.
  public init(_ problem: Problem, like other: InsertionGround) {
    windows = GapNarrowing(problem).windows()
    travel = other.travel
  }
}

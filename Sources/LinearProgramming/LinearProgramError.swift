/// Why a call failed. Statuses such as "infeasible" are results, not errors.
public enum LinearProgramError: Error, Hashable, Sendable {
  /// The data given is wrong; nothing was changed.
  case invalid([ModelFault])
  /// GLPK gave up for good, in this call or an earlier one; the text is what it said. Every
  /// session of this thread that was open then is dead; new ones work.
  case sessionLost(String)
  case outOfMemory
  /// The simplex method failed numerically from three different bases.
  case numericalTrouble(String)
  /// Values were asked for before anything was solved, or after the problem was changed.
  case nothingSolved
}

extension LinearProgramError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalid(let faults):
      "invalid linear program: " + faults.map(\.description).joined(separator: "; ")
    case .sessionLost(let text): "the GLPK session was lost: \(text)"
    case .outOfMemory: "out of memory"
    case .numericalTrouble(let text): "the simplex method failed: \(text)"
    case .nothingSolved: "there is no solution to read"
    }
  }
}

import DialARide

/// What holds between requests that may come to lie in different parts.
///
/// Orders in time need no care: the windows of all parts are those of `GapNarrowing`, within which any two
/// times keep the gap. What is left is who is served at all, and in the same vehicle as whom.
struct Ties: Sendable {
  let problem: Problem
  /// Requests tied to each other directly or by way of others, ascending.
  let members: [[Int]]
  let componentOf: [Int]

  init(_ problem: Problem) {
    self.problem = problem
    var componentOf = [Int](repeating: -1, count: problem.requestCount)
    var members: [[Int]] = []
    for first in 0..<problem.requestCount where componentOf[first] < 0 {
      var component = [first]
      componentOf[first] = members.count
      var next = 0
      while next < component.count {
        let r = component[next]
        next += 1
        let tied =
          problem.groups[Int(problem.groupOf[r])] + problem.required[r] + problem.dependents[r]
          + problem.sameVehicleAs[r]
        for q in tied where componentOf[q] < 0 {
          componentOf[q] = members.count
          component.append(q)
        }
      }
      members.append(component.sorted())
    }
    self.componentOf = componentOf
    self.members = members
  }

  /// Whether a request that is served must stay so, since one outside of its part hangs on it.
  func holdsUpAnother(_ r: Int, isInside: (Int) -> Bool) -> Bool {
    func isOutside(_ forms: [Int]) -> Bool { !forms.contains(where: isInside) }
    return problem.demands(ofGroup: Int(problem.groupOf[r])).contains {
      isOutside(problem.demands[$0])
    }
      || problem.forms(of: r).contains {
        problem.dependents[$0].contains { isOutside(problem.forms(of: $0)) }
      }
  }
}

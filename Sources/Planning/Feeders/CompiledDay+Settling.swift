public import DialARide

extension CompiledDay {
  /// Whether legs can take other forms than their first.
  public var hasForms: Bool { !connections.isEmpty }

  /// The day with every leg in the form that a solution serves it in, and the solution in its numbers: what is left to
  /// read, judge, price and print is a day like any other.
  ///
  /// The problem is that of the choice with the other forms left out, so that the solution keeps its times and costs what
  /// it cost. Legs not served stay in their first form.
  ///
  /// - Throws: `Faults` where the day cannot be had in these forms, which a sound one rules out.
  public func settled(by solution: Solution) throws(Faults) -> (
    day: CompiledDay, solution: Solution
  ) {
    guard hasForms else { return (self, solution) }
    let served = Set(
      solution.routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    let taken = connections.keys.filter(served.contains).sorted()
    let settling = Settling(problem, first: requests.count - connections.count, taken: taken)
    var day = try self.day.taking(taken.compactMap { connections[$0] })
    // The problem's numbers of places are those of the day that it was compiled from.
    day.meeting = self.day.meeting
    let settled = CompiledDay(
      self, day: day, eligibility: Eligibility(day),
      problem: try Self.problem(settling.draft), requests: Array(requests[..<settling.count]),
      requestOfLeg: requestOfLeg, leftOut: leftOut)
    return (settled, settling.solution(solution))
  }
}

/// A problem with a choice made in it: each demand with the form that it takes, under the number of its first form.
private struct Settling {
  let problem: Problem
  /// Number of demands; the first forms come first.
  let count: Int
  /// By demand's first form: the form taken.
  private var form: [Int]

  init(_ problem: Problem, first count: Int, taken: [Int]) {
    self.problem = problem
    self.count = count
    form = Array(0..<count)
    for request in taken { form[problem.forms(of: request)[0]] = request }
  }

  var draft: ProblemDraft {
    var draft = problem.draft
    draft.requests = form.indices.map { first in
      var request = problem.draft.requests[form[first]]
      request.id = problem.draft.requests[first].id
      return request
    }
    draft.links = problem.draft.links.compactMap(settled)
    draft.locks = problem.draft.locks.filter { lock in
      // Whoever has decided of a leg has left it no choice.
      if case .time(let stop, _) = lock { form[stop.request] == stop.request } else { true }
    }
    return draft
  }

  /// The same demands served together; of what holds for single forms, what holds for those taken.
  private func settled(_ link: Link) -> Link? {
    switch link {
    case .oneOf: return nil
    case .together, .requires: return link
    case .sameVehicle(let a, let b):
      return pair(a, b) { .sameVehicle($0, $1) }
    case .apart(let a, let b):
      return pair(a, b) { .apart($0, $1) }
    case .ordered(let a, let b, let least, let greatest):
      return pair(a, b) {
        .ordered(first: $0, second: $1, leastGap: least, greatestGap: greatest)
      }
    }
  }

  private func pair(_ a: Int, _ b: Int, _ link: (Int, Int) -> Link) -> Link? {
    let (first, second) = (problem.forms(of: a)[0], problem.forms(of: b)[0])
    return form[first] == a && form[second] == b ? link(first, second) : nil
  }

  func solution(_ solution: Solution) -> Solution {
    let gone = 2 * (problem.requestCount - count)
    let routes = solution.routes.map { route in
      var route = route
      route.stops = route.stops.map { stop in
        guard problem.isRequestStop(stop) else { return stop - gone }
        return 2 * problem.forms(of: stop >> 1)[0] + (stop & 1)
      }
      return route
    }
    return Solution(routes: routes, unserved: solution.unserved.filter { $0 < count })
  }
}

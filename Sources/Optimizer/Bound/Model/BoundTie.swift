import DialARide

/// Two requests that are in one route, or in none.
struct BoundTie: Hashable, Sendable {
  var first: Int
  var second: Int
}

extension BoundTie {
  /// All ties of a problem, `first < second`.
  static func all(_ problem: Problem) -> [BoundTie] {
    (0..<problem.requestCount).flatMap { first in
      problem.sameVehicleAs[first].filter { first < $0 && problem.ties(first, $0) }.sorted()
        .map { BoundTie(first: first, second: $0) }
    }
  }
}

/// The relaxation of a tie that the linear program states: the routes of a class serve one request as often as the
/// other. Routes that serve one of them alone are left in, so that labels need not know who is still missing.
struct TieRow: Hashable, Sendable {
  /// Index among `BoundProblem.classes`.
  var classIndex: Int
  var tie: BoundTie

  /// How often the route serves the first request rather than the second; 0 for routes of other classes.
  func excess(of route: RouteColumn) -> Int {
    guard route.classIndex == classIndex else { return 0 }
    return route.visits.reduce(0) { sum, visit in
      if visit.request == tie.first { return sum + visit.times }
      return visit.request == tie.second ? sum - visit.times : sum
    }
  }
}

/// Multipliers of the requests, and what ties add to them class by class.
struct BoundDuals: Sendable {
  var requests: [Double]
  var ties: [(row: TieRow, value: Double)] = []

  /// What each request is worth to routes of a class.
  func multipliers(of classIndex: Int) -> [Double] {
    var multipliers = requests
    for tie in ties where tie.row.classIndex == classIndex {
      multipliers[tie.row.tie.first] += tie.value
      multipliers[tie.row.tie.second] -= tie.value
    }
    return multipliers
  }
}

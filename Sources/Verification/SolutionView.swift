import DialARide

/// All routes of a solution that are of sound structure.
struct SolutionView: Sendable {
  let problem: Problem
  let solution: Solution
  let routes: [RouteView]
  let demands: Demands
  /// For each request served the index of its route and of its first and last stop there.
  private let places: [Int: (route: Int, first: Int, last: Int)]

  var draft: ProblemDraft { problem.draft }

  init(problem: Problem, solution: Solution, routes: [RouteView]) {
    self.problem = problem
    self.solution = solution
    self.routes = routes
    demands = Demands(problem.draft)
    var places: [Int: (route: Int, first: Int, last: Int)] = [:]
    for (number, route) in routes.enumerated() {
      for visit in route.visits {
        guard let request = visit.request else { continue }
        places[request] = (number, places[request]?.first ?? visit.index, visit.index)
      }
    }
    self.places = places
  }

  /// Whether some form of the request's demand is served.
  func servesDemand(of request: Int) -> Bool {
    demands.forms(of: request).contains { places[$0] != nil }
  }

  /// The route that serves the request, with the indices of its first and last stop there.
  func service(of request: Int) -> (route: RouteView, first: Int, last: Int)? {
    places[request].map { (routes[$0.route], $0.first, $0.last) }
  }
}

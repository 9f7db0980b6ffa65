package import DialARide

/// The insertion scan by itself, for measuring it: no cache, nothing written out.
package final class InsertionTrial {
  private let bench: Workbench
  private let solution: SearchSolution

  package init(_ problem: Problem, _ solution: Solution) {
    bench = Workbench(SearchProblem(problem), island: 0)
    self.solution = bench.read(solution)
  }

  /// Requests with the vehicles whose route they are not in, used ones alone.
  package var pairs: [(request: Int, vehicle: Int)] {
    solution.vehicleOf.indices.flatMap { r in
      solution.routes.indices.filter {
        solution.routes[$0].count > 0 && Int(solution.vehicleOf[r]) != $0
      }.map { (r, $0) }
    }
  }

  /// Added cost of the cheapest place for a request in the route of a vehicle; infinite where it has none.
  package func scan(_ request: Int, vehicle: Int) -> Double {
    bench.scan.cheapest(request, into: solution.routes[vehicle]).delta
  }
}

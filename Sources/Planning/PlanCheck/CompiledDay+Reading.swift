public import DialARide

extension CompiledDay {
  /// Who drives whom and in which order, as a plan tells it. Times are left out, to be found anew.
  ///
  /// What the day does not know, or has left out of the problem, is skipped.
  public func solution(of plan: Plan) -> Solution {
    let reader = PlanReader(day, plan)
    let result = Compiler.Result(
      draft: problem.draft, requests: requests, requestOfLeg: requestOfLeg, leftOut: leftOut)
    let (read, _) = reader.solution(result, vehicles: vehicles, problem)
    let routes = read.routes.map {
      Route(vehicle: $0.vehicle, stops: $0.stops.flatMap(withStay))
    }
    let served = Set(routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    return Solution(
      routes: routes, unserved: (0..<problem.requestCount).filter { !served.contains($0) })
  }

  /// A stop, and before it the stay that ends with it: a plan tells it as waiting.
  func withStay(_ stop: Int) -> [Int] {
    let request = stop >> 1
    guard problem.isPickup(stop), request > 0, case .leg(let leg) = requests[request],
      requests[request - 1] == .stay(before: leg)
    else { return [stop] }
    return [stop - 2, stop - 1, stop]
  }
}

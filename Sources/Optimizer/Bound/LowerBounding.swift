public import DialARide

/// Computes a lower bound on the cost of every solution of a problem.
public enum LowerBounding {
  /// Blocks until the bound is as good as it gets, or the time is over.
  ///
  /// Valid for every solution that serves all requests without a penalty and breaks no rule.
  ///
  /// - Parameter upperBound: cost of a known solution; infinite: none is known.
  /// - Parameter routes: routes of good solutions to start from; they need no schedule.
  /// - Parameter timeLimit: seconds.
  @available(*, noasync, message: "the computation blocks its thread")
  public static func bound(
    _ problem: Problem, upperBound: Double = .infinity, routes: [Route] = [], timeLimit: Double
  ) -> LowerBound {
    bound(
      problem, upperBound: upperBound, routes: routes,
      effort: BoundEffort(deadline: ContinuousClock().now + .seconds(timeLimit)))
  }

  /// The same with any limit on the effort.
  static func bound(
    _ problem: Problem, upperBound: Double, routes: [Route], effort: BoundEffort
  ) -> LowerBound {
    let board = BoundBoard()
    let given = routes.map { route in
      BoundRoute(
        vehicle: route.vehicle,
        stops: route.stops.filter(problem.isRequestStop).map(Int32.init))
    }
    board.post(upperBound: upperBound, routes: given)
    BoundWorker(problem, board: board, effort: effort).run()
    return board.bound ?? .trivial(problem)
  }
}

extension LowerBound {
  /// Costs are not negative.
  static func trivial(_ problem: Problem) -> LowerBound {
    LowerBound(
      value: 0, proof: .trivial, isOptimal: false,
      duals: Array(repeating: 0, count: problem.requestCount), lagrangian: 0)
  }
}

import DialARide
internal import LinearProgramming

/// How much effort one recombination may take.
struct PartitionEffort: Sendable {
  /// Seconds; `nil`: no clock, so that the outcome depends on the input alone.
  var seconds: Double?
  /// Nodes of the branch-and-bound tree.
  var nodes: Int
  /// Most route columns in the integer program: with more of them it seldom ends in time.
  var columns: Int
  /// Iterations of ruin and recreate that a recombined solution gets.
  var polish: Int
}

/// Recombines routes of the pool: the linear relaxation over all of them, a dive to disjoint routes, and GLPK's
/// integer solver where so few routes are left that it ends.
struct SetPartitioning {
  private let model: PartitionModel

  init(_ p: SearchProblem, groups: Groups) {
    model = PartitionModel(p, groups)
  }

  /// What the pool has to offer.
  struct Offer {
    /// Disjoint routes the dive ended with; together they need not serve everybody.
    var dived: [KeptRoute] = []
    /// Routes that together cost less than the incumbent, if the integer program found some.
    var exact: [KeptRoute]?
    /// Routes in the basis of the relaxation: a good start for the next one.
    var basic: [KeptRoute] = []
  }

  /// - Parameter known: routes that the relaxation starts with, besides the incumbent's.
  func offer(
    against incumbent: SearchSolution, pool: RoutePool, known: [KeptRoute],
    effort: PartitionEffort, stop: SearchStop
  ) throws -> Offer {
    let clock = ContinuousClock()
    let begin = clock.now
    let deadline = effort.seconds.map { begin + .seconds($0) }
    var routes = incumbent.routes.filter { $0.count > 0 }.map(KeptRoute.init) + known
    let started = routes.count
    routes += pool.routes
    let columns = routes.map { model.coefficients($0) }
    var start = Model(rows: model.rows, columns: model.unserved)
    for i in 0..<started { start.addColumn(Column(cost: routes[i].cost), columns[i]) }
    var offer = Offer()
    let relaxed = try LinearProgram.withSession(start) { session -> Relaxation? in
      var master = PoolMaster(
        routes: routes, columns: columns, started: started, first: model.unserved.count,
        deadline: deadline, stop: stop)
      guard let relaxed = try master.relax(&session),
        incumbent.cost - relaxed.bound > 1e-6 * (1 + abs(incumbent.cost))
      else { return nil }
      offer.basic = try master.basic(session)
      offer.dived = try master.dive(&session, demandOf: model.demandOf)
      return relaxed
    }
    guard let relaxed else { return offer }
    // No other route can be part of a better solution.
    var chosen = routes.indices.filter {
      $0 >= started && relaxed.reducedCosts[$0] <= incumbent.cost - relaxed.bound + 1e-6
    }
    guard chosen.count <= effort.columns else { return offer }
    chosen = Array(0..<started) + chosen
    let left = deadline.map { max(0.01, Self.seconds($0 - clock.now)) }
    offer.exact = try integerSolve(
      incumbent, chosen.map { (routes[$0], columns[$0]) }, left, effort, stop)
    return offer
  }

  struct Relaxation {
    var bound: Double
    var reducedCosts: [Double]
  }

  private func integerSolve(
    _ incumbent: SearchSolution, _ chosen: [(route: KeptRoute, column: [Coefficient])],
    _ seconds: Double?, _ effort: PartitionEffort, _ stop: SearchStop
  ) throws -> [KeptRoute]? {
    var program = Model(rows: model.rows, columns: model.unserved)
    for (route, column) in chosen { program.addColumn(.binary(cost: route.cost), column) }
    let first = model.unserved.count
    let cutoff = incumbent.cost - 1e-6 * (1 + abs(incumbent.cost))
    let result = try LinearProgram.withSession(program) { session in
      try session.solveInteger(
        IntegerOptions(
          timeLimit: seconds.map { .seconds($0) }, nodeLimit: effort.nodes, cutoff: cutoff,
          stop: stop.flag))
    }
    guard let solution = result.solution, solution.objective < cutoff else { return nil }
    return chosen.indices.filter { solution.values[first + $0] > 0.5 }.map { chosen[$0].route }
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

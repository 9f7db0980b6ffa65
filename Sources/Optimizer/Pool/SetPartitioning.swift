import DialARide
internal import LinearProgramming

/// How much effort one integer solve may take.
struct PartitionEffort: Sendable {
  /// Seconds; `nil`: no clock, so that the outcome depends on the input alone.
  var seconds: Double?
  /// Nodes of the branch-and-bound tree.
  var nodes: Int
  /// Most route columns in the integer program.
  var columns: Int
}

/// Recombines routes of the pool into the best solution they allow, by GLPK's integer solver.
struct SetPartitioning {
  private let model: PartitionModel
  private let p: SearchProblem

  init(_ p: SearchProblem, groups: Groups) {
    self.p = p
    model = PartitionModel(p, groups)
  }

  /// Routes of the pool that together cost less than the incumbent; `nil` if none do, or none was found.
  ///
  /// First the linear relaxation over the whole pool, by pricing its routes against the duals; then the integer
  /// program over the routes whose reduced cost lies within the gap to the incumbent: no other can be part of
  /// a better solution.
  func improve(
    _ incumbent: SearchSolution, pool: RoutePool, effort: PartitionEffort, stop: SearchStop
  ) throws -> [SearchRoute]? {
    let clock = ContinuousClock()
    let start = clock.now
    let priced = pool.routes.map { model.coefficients($0) }
    let relaxed = try relaxation(
      incumbent, pool.routes, priced, seconds: effort.seconds.map { $0 / 2 }, stop)
    guard let relaxed, incumbent.cost - relaxed.bound > 1e-6 * (1 + abs(incumbent.cost)) else {
      return nil
    }
    var ranked = pool.routes.indices.map { (reduced: relaxed.reducedCosts[$0], route: $0) }
    ranked = ranked.filter { $0.reduced <= incumbent.cost - relaxed.bound + 1e-6 }
    ranked.sort { ($0.reduced, $0.route) < ($1.reduced, $1.route) }
    let chosen = ranked.prefix(effort.columns).map(\.route).sorted()
    let left = effort.seconds.map { max(0.01, $0 - Self.seconds(clock.now - start)) }
    return try integerSolve(
      incumbent, chosen.map { (pool.routes[$0], priced[$0]) }, left, effort, stop)
  }

  private struct Relaxation {
    var bound: Double
    var reducedCosts: [Double]
  }

  /// Linear relaxation over all routes, columns priced in as their reduced costs turn negative.
  private func relaxation(
    _ incumbent: SearchSolution, _ routes: [SearchRoute], _ columns: [[Coefficient]],
    seconds: Double?, _ stop: SearchStop
  ) throws -> Relaxation? {
    var start = Model(rows: model.rows, columns: model.unserved)
    for route in incumbent.routes where route.count > 0 {
      start.addColumn(Column(cost: route.cost), model.coefficients(route))
    }
    let clock = ContinuousClock()
    let begin = clock.now
    return try LinearProgram.withSession(start) { session -> Relaxation? in
      var isIn = [Bool](repeating: false, count: routes.count)
      while true {
        let left = seconds.map { Duration.seconds(max(0.01, $0 - Self.seconds(clock.now - begin))) }
        let result = try session.solve(SimplexOptions(timeLimit: left, stop: stop.flag))
        guard result.status == .optimal else { return nil }
        let duals = try session.duals()
        var reduced = [Double](repeating: 0, count: routes.count)
        var negative: [(reduced: Double, route: Int)] = []
        for (i, route) in routes.enumerated() {
          reduced[i] = columns[i].reduce(route.cost) { $0 - $1.value * duals[$1.index] }
          if reduced[i] < -1e-7 && !isIn[i] { negative.append((reduced[i], i)) }
        }
        guard !negative.isEmpty else {
          return Relaxation(bound: result.objective, reducedCosts: reduced)
        }
        negative.sort { ($0.reduced, $0.route) < ($1.reduced, $1.route) }
        var batch = ColumnBatch()
        for (_, i) in negative.prefix(400) {
          isIn[i] = true
          batch.append(Column(cost: routes[i].cost), columns[i])
        }
        _ = try session.addColumns(batch)
      }
    }
  }

  private func integerSolve(
    _ incumbent: SearchSolution, _ chosen: [(route: SearchRoute, column: [Coefficient])],
    _ seconds: Double?, _ effort: PartitionEffort, _ stop: SearchStop
  ) throws -> [SearchRoute]? {
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

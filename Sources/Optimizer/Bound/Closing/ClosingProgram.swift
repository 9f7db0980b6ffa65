internal import LinearProgramming

/// Set partitioning over enumerated routes: which solution cheaper than the cap is the best?
///
/// Rows as in the master, but each demand exactly once, then the cuts. The linear program is solved over a part
/// of the pool, the rest priced by inspection; cuts raise its bound, the bound drops routes from the pool, and
/// what is left goes to GLPK's integer solver.
struct ClosingProgram {
  enum Outcome {
    /// No solution costs less than this.
    case proved(Double)
    /// The best solution of the relaxation cheaper than the cap, and its routes.
    case solved(Double, [PooledRoute])
  }

  let p: BoundProblem
  let limits: ClosingLimits
  let scale: Double
  /// Only solutions cheaper than this are looked for.
  let cap: Double
  private var pool: [PooledRoute]
  private var isIn: [Bool]
  private var inProgram: [Int] = []
  private var cuts = SubsetRowCuts()
  private let slacks: ColumnBatch
  /// The best bound proved so far on solutions made of the pool.
  private var proved: Double

  /// Duals to begin with.
  private let start: [Double]

  /// - Parameter point: the multipliers the pool was enumerated with.
  init(
    _ p: BoundProblem, _ pool: [PooledRoute], _ point: ColumnGeneration.DualPoint, cap: Double,
    _ limits: ClosingLimits
  ) {
    self.p = p
    start = point.duals.requests
    self.pool = pool
    self.cap = cap
    self.limits = limits
    scale = p.scale
    proved = point.bound
    isIn = Array(repeating: false, count: pool.count)
    var slacks = ColumnBatch()
    for (group, members) in p.groups.enumerated() {
      // Those that must be served have a slack of the cap: a solution that uses it is not cheaper than the cap.
      let cost = min(p.penalties[group], 2 * abs(cap) + 1)
      slacks.append(Column(cost: cost, lower: 0, upper: 1), onesAt: members)
    }
    self.slacks = slacks
  }

  private var margin: Double { 1e-7 * max(1, abs(cap)) }

  mutating func run(_ effort: BoundEffort) throws -> Outcome {
    var rows = Array(repeating: Row.equal(to: 1), count: p.demands.count)
    rows += p.classes.map { .atMost(Double($0.count)) }
    try LinearProgram.withSession(Model(rows: rows, columns: slacks)) { session in
      let ranked = pool.indices.map { at in
        (pool[at].requests.members.reduce(pool[at].cost) { $0 - start[$1] }, at)
      }.sorted { $0 < $1 }
      try add(ranked.prefix(1_000).map(\.1), to: &session)
      try raise(&session, effort)
    }
    if proved >= cap - margin { return .proved(cap) }
    if effort.isOver(0) { return .proved(proved) }
    return try solveInteger(effort)
  }

  // MARK: Linear program

  private mutating func raise(_ session: inout Session, _ effort: BoundEffort) throws {
    for round in 0..<limits.cutRounds {
      guard try optimise(&session, effort) else { return }
      if proved >= cap - margin { return }
      let values = try session.values()
      var point: [(requests: BitMask, value: Double)] = []
      for (at, route) in inProgram.enumerated() where values[slacks.count + at] > 1e-7 {
        point.append((pool[route].requests, values[slacks.count + at]))
      }
      let left = pool.indices.reduce(0) { $0 + (isDropped($1) ? 0 : 1) }
      if left < 800 || round == limits.cutRounds - 1 { return }
      let added = cuts.separate(point, requestCount: p.requestCount, most: limits.cutsPerRound)
      if added.isEmpty { return }
      var batch = RowBatch()
      for triple in added {
        let members = inProgram.indices.filter {
          SubsetRowCuts.cuts(triple, pool[inProgram[$0]].requests)
        }
        batch.append(.atMost(1), onesAt: members.map { slacks.count + $0 })
      }
      try session.addRows(batch)
    }
  }

  private func isDropped(_ route: Int) -> Bool { pool[route].classIndex < 0 }

  /// Solves the program over the whole pool and drops what cannot be part of a solution cheaper than the cap.
  private mutating func optimise(_ session: inout Session, _ effort: BoundEffort) throws -> Bool {
    let n = p.demands.count
    while true {
      if effort.isOver(0) { return false }
      let options = SimplexOptions(
        method: .dual, timeLimit: effort.left, stop: effort.stop?.flag)
      guard try session.solve(options).status == .optimal else {
        return false
      }
      let duals = try session.duals()
      var least = [Double](repeating: 0, count: p.classes.count)
      var reduced = [Double](repeating: 0, count: pool.count)
      var negative: [Int] = []
      for (at, route) in pool.enumerated() where route.classIndex >= 0 {
        let value = reducedCost(route, duals)
        reduced[at] = value
        least[route.classIndex] = min(least[route.classIndex], value)
        if value - duals[n + route.classIndex] < -1e-8 * max(1, scale) && !isIn[at] {
          negative.append(at)
        }
      }
      let bound = bound(duals, least)
      if bound > proved { proved = bound }
      for at in pool.indices where !isDropped(at) && !isIn[at] {
        if bound + reduced[at] - least[pool[at].classIndex] > cap + margin {
          pool[at].classIndex = -1
        }
      }
      negative.removeAll { isDropped($0) }
      guard !negative.isEmpty else { return true }
      negative.sort { (reduced[$0], $0) < (reduced[$1], $1) }
      try add(Array(negative.prefix(500)), to: &session)
    }
  }

  private func reducedCost(_ route: PooledRoute, _ duals: [Double]) -> Double {
    var cost = route.cost
    for word in 0..<4 {
      var bits = route.requests[word]
      while bits != 0 {
        cost -= duals[p.demandOf[64 * word + bits.trailingZeroBitCount]]
        bits &= bits - 1
      }
    }
    let first = p.demands.count + p.classes.count
    for (at, triple) in cuts.triples.enumerated() where duals[first + at] != 0 {
      if SubsetRowCuts.cuts(triple, route.requests) { cost -= min(0, duals[first + at]) }
    }
    return cost
  }

  /// The Lagrangian bound with the cuts priced too: their multipliers are at most zero, their right side is one.
  private func bound(_ duals: [Double], _ least: [Double]) -> Double {
    let first = p.demands.count + p.classes.count
    let plain = Lagrangian.bound(
      p, duals: BoundDuals(requests: p.requestDuals(ofRows: duals)), least: least, scale: scale)
    let priced = duals[first...].reduce(0) { $0 + min(0, $1) }
    return plain + priced * (1 + Lagrangian.margin)
  }

  private mutating func add(_ routes: [Int], to session: inout Session) throws {
    guard !routes.isEmpty else { return }
    var batch = ColumnBatch()
    let first = p.demands.count + p.classes.count
    for at in routes {
      let route = pool[at]
      isIn[at] = true
      inProgram.append(at)
      var rows = p.rows(of: route.requests) + [p.demands.count + route.classIndex]
      for (cut, triple) in cuts.triples.enumerated()
      where SubsetRowCuts.cuts(triple, route.requests) {
        rows.append(first + cut)
      }
      batch.append(Column(cost: route.cost), onesAt: rows)
    }
    try session.addColumns(batch)
  }

  // MARK: Integer program

  private mutating func solveInteger(_ effort: BoundEffort) throws -> Outcome {
    let left = pool.indices.filter { !isDropped($0) }
    guard left.count <= limits.integerColumns else { return .proved(proved) }
    var rows = Array(repeating: Row.equal(to: 1), count: p.demands.count)
    rows += p.classes.map { .atMost(Double($0.count)) }
    rows += cuts.triples.map { _ in .atMost(1) }
    var columns = ColumnBatch()
    for (group, members) in p.groups.enumerated() {
      let cost = min(p.penalties[group], 2 * abs(cap) + 1)
      columns.append(.binary(cost: cost), onesAt: members)
    }
    let first = p.demands.count + p.classes.count
    for at in left {
      let route = pool[at]
      var ones = p.rows(of: route.requests) + [p.demands.count + route.classIndex]
      for (cut, triple) in cuts.triples.enumerated()
      where SubsetRowCuts.cuts(triple, route.requests) {
        ones.append(first + cut)
      }
      columns.append(.binary(cost: route.cost), onesAt: ones)
    }
    let result = try LinearProgram.withSession(Model(rows: rows, columns: columns)) { session in
      try session.solveInteger(
        IntegerOptions(
          timeLimit: effort.left, nodeLimit: effort.deadline == nil ? 20_000 : nil,
          cutoff: cap, stop: effort.stop?.flag))
    }
    switch result.status {
    case .nothingBetter, .infeasible: return .proved(cap)
    case .optimal:
      guard let solution = result.solution, solution.objective < cap else { return .proved(cap) }
      let chosen = left.indices.filter { solution.values[p.groups.count + $0] > 0.5 }
      return .solved(solution.objective, chosen.map { pool[left[$0]] })
    default:
      let bound = result.bound.isFinite ? result.bound - 1e-6 * max(1, abs(cap)) : proved
      return .proved(min(cap, max(proved, bound)))
    }
  }
}

internal import LinearProgramming

/// Column generation for the relaxation: duals from GLPK's simplex, routes from the labelling, the Lagrangian
/// bound at every step.
///
/// The duals priced are a mean of the program's and of the best ones so far (Wentges, International Transactions
/// in Operational Research 4 (1997); Pessoa, Sadykov, Uchoa and Vanderbeck, INFORMS Journal on Computing 30
/// (2018)); when they find nothing, the program's own are priced.
struct ColumnGeneration {
  let p: BoundProblem
  let pricers: [any RoutePricing]
  private var master: RestrictedMaster
  /// The largest cost that matters, for the margins of rounding.
  private let scale: Double
  private(set) var best: DualPoint
  /// Whether the linear program over all routes of the relaxation is solved.
  private(set) var isConverged = false
  private(set) var work = 0
  private(set) var rounds = 0
  private let most = PricingLimits()

  /// Multipliers, what is known of the classes' reduced costs under them, and the bound that follows.
  struct DualPoint {
    var duals: BoundDuals
    /// By class: no route has a smaller reduced cost; at most zero.
    var least: [Double]
    var bound: Double
    /// Whether pricing without completion bounds alone proved it.
    var isExact: Bool
  }

  var columns: [RouteColumn] { master.columns }

  init(_ p: BoundProblem, _ pricers: [any RoutePricing], scale: Double) {
    self.p = p
    self.pricers = pricers
    self.scale = scale
    master = RestrictedMaster(p)
    best = DualPoint(
      duals: BoundDuals(requests: Array(repeating: 0, count: p.requestCount)),
      least: Array(repeating: 0, count: p.classes.count), bound: 0, isExact: true)
  }

  /// Runs until the program is solved, the bound reaches `upperBound`, or the guard ends it.
  ///
  /// - Parameter report: called whenever the bound has risen, and with new columns.
  mutating func run(
    from start: [RouteColumn], upperBound: () -> Double, until over: BoundEffort,
    report: (DualPoint, [RouteColumn]) -> Void
  ) throws {
    let dear = upperBound().isFinite ? max(1, upperBound()) : max(1, scale) * 10
    try LinearProgram.withSession(RestrictedMaster.model(p, dear: dear)) { session in
      _ = try master.add(start, to: &session)
      try loop(&session, upperBound, over, report)
    }
  }

  private mutating func loop(
    _ session: inout Session, _ upperBound: () -> Double, _ over: BoundEffort,
    _ report: (DualPoint, [RouteColumn]) -> Void
  ) throws {
    var smoothing = 0.6
    while !over.isOver(work) {
      let options = SimplexOptions(timeLimit: over.left, stop: over.stop?.flag)
      guard try session.solve(options).status == .optimal else { return }
      let program = try session.duals()
      rounds += 1
      let objective = try objective(session)
      if let objective {
        let gap = objective - best.bound
        let isDone = gap <= 1e-9 * max(1, abs(objective))
        // Near the end the program's solution tells which ties it breaks.
        if isDone || gap <= Self.nearEnd * abs(objective), try tie(&session) { continue }
        if isDone {
          isConverged = true
          return
        }
      }
      if best.bound >= upperBound() - 1e-9 * max(1, abs(upperBound())) { return }
      let duals = mixed(program, smoothing)
      let before = best.bound
      let found = price(duals, program, over)
      let added = try master.add(found.columns, to: &session)
      if best.bound > before || added > 0 { report(best, found.columns) }
      if added > 0 {
        smoothing = max(smoothing, 0.6)
      } else if smoothing > 0 {
        // Nothing new under mixed duals: closer to the program's.
        smoothing = best.bound > before ? smoothing * 0.5 : 0
        if smoothing < 0.1 { smoothing = 0 }
      } else {
        if found.isExact, try tie(&session) { continue }
        isConverged = found.isExact
        return
      }
    }
  }

  /// Share of the objective by which the bound may be below it when ties are looked for.
  private static let nearEnd = 0.005

  /// Adds rows for ties that the program's solution breaks; false where it breaks none that has no row yet.
  private mutating func tie(_ session: inout Session) throws -> Bool {
    guard !p.ties.isEmpty else { return false }
    let rows = master.brokenTies(try session.values(), most: most.ties)
    try master.add(rows, to: &session)
    return !rows.isEmpty
  }

  /// Objective of the program, `nil` while it still needs dear slacks.
  private func objective(_ session: borrowing Session) throws -> Double? {
    let values = try session.values()
    guard master.isCovered(values) else { return nil }
    return try session.check(values, tolerance: 1e-5).objective
  }

  private func mixed(_ program: [Double], _ smoothing: Double) -> BoundDuals {
    var duals = master.duals(program)
    guard smoothing > 0, rounds > 1 else { return duals }
    for r in 0..<p.requestCount {
      duals.requests[r] = smoothing * best.duals.requests[r] + (1 - smoothing) * duals.requests[r]
    }
    for (at, tie) in duals.ties.enumerated() {
      // Rows younger than the best point had no part in it.
      let known = at < best.duals.ties.count ? best.duals.ties[at].value : 0
      duals.ties[at].value = smoothing * known + (1 - smoothing) * tie.value
    }
    return duals
  }

  private struct Found {
    var columns: [RouteColumn] = []
    var isExact = false
  }

  /// Prices all classes: by heuristics first; where those find nothing for any class, exactly.
  private mutating func price(_ duals: BoundDuals, _ program: [Double], _ over: BoundEffort)
    -> Found
  {
    let n = p.demands.count
    var found = Found()
    var least = [Double](repeating: -.infinity, count: p.classes.count)
    for (k, pricer) in pricers.enumerated() {
      pricer.prepare(duals.multipliers(of: k), keepsAll: false)
      least[k] = min(0, pricer.root)
      var isProven = false
      found.columns += columns(of: k, .heuristic, duals, program, over, &isProven)
      if over.isOver(work) { break }
    }
    improve(duals, least, isExact: false)
    if !found.columns.isEmpty || over.isOver(work) { return found }
    found.isExact = true
    for (k, pricer) in pricers.enumerated() {
      let threshold = min(0, program[n + k])
      var isProven = true
      found.columns += columns(of: k, .exact, duals, program, over, &isProven)
      if isProven {
        least[k] = max(least[k], min(threshold, pricer.leastFound))
      } else {
        found.isExact = false
        if over.isOver(work) { break }
      }
    }
    improve(duals, least, isExact: found.isExact)
    return found
  }

  private mutating func columns(
    of k: Int, _ mode: PricingMode, _ duals: BoundDuals, _ program: [Double],
    _ over: BoundEffort, _ isProven: inout Bool
  ) -> [RouteColumn] {
    let pricer = pricers[k]
    let done = work
    let multipliers = duals.multipliers(of: k)
    let threshold = min(0, program[p.demands.count + k])
    isProven = pricer.run(
      mode, threshold: threshold, most: mode == .exact ? most.exact : most.heuristic,
      stop: { over.isOver(done) })
    work += pricer.effort + 1000
    let limit = max(10, most.columns / pricers.count)
    var columns: [RouteColumn] = []
    for route in pricer.routes(most: 4 * limit) where columns.count < limit {
      let column = RouteColumn(
        p, classIndex: k, cost: pricer.cost(route, multipliers), stops: pricer.stops(of: route))
      let reduced = master.reducedCost(column, program)
      if reduced < -1e-7 * max(1, abs(column.cost)) { columns.append(column) }
    }
    return columns
  }

  /// Keeps the bound if it is the best so far.
  private mutating func improve(_ duals: BoundDuals, _ least: [Double], isExact: Bool) {
    guard least.allSatisfy(\.isFinite) else { return }
    let bound = Lagrangian.bound(p, duals: duals, least: least, scale: scale)
    guard bound > best.bound else { return }
    best = DualPoint(duals: duals, least: least, bound: bound, isExact: isExact)
  }
}

/// How much one pricing may do.
struct PricingLimits {
  var heuristic = 200_000
  var exact = 2_000_000
  /// New columns a round, over all classes.
  var columns = 120
  /// New rows for ties a round.
  var ties = 100
}

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
    var duals: [Double]
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
      duals: Array(repeating: 0, count: p.requestCount),
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
      if let objective, objective - best.bound <= 1e-9 * max(1, abs(objective)) {
        isConverged = true
        return
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
        isConverged = found.isExact
        return
      }
    }
  }

  /// Objective of the program, `nil` while it still needs dear slacks.
  private func objective(_ session: borrowing Session) throws -> Double? {
    let values = try session.values()
    guard master.isCovered(values) else { return nil }
    return try session.check(values, tolerance: 1e-5).objective
  }

  private func mixed(_ program: [Double], _ smoothing: Double) -> [Double] {
    guard smoothing > 0, rounds > 1 else { return program }
    var duals = program
    for r in 0..<p.requestCount {
      duals[r] = smoothing * best.duals[r] + (1 - smoothing) * program[r]
    }
    return duals
  }

  private struct Found {
    var columns: [RouteColumn] = []
    var isExact = false
  }

  /// Prices all classes: by heuristics first; where those find nothing for any class, exactly.
  private mutating func price(_ duals: [Double], _ program: [Double], _ over: BoundEffort)
    -> Found
  {
    let n = p.requestCount
    var found = Found()
    let multipliers = Array(duals[0..<n])
    var least = [Double](repeating: -.infinity, count: p.classes.count)
    for (k, pricer) in pricers.enumerated() {
      pricer.prepare(multipliers, keepsAll: false)
      least[k] = min(0, pricer.root)
      var isProven = false
      found.columns += columns(of: k, .heuristic, duals, program, over, &isProven)
      if over.isOver(work) { break }
    }
    improve(multipliers, least, isExact: false)
    if !found.columns.isEmpty || over.isOver(work) { return found }
    found.isExact = true
    for (k, pricer) in pricers.enumerated() {
      let threshold = min(0, duals[n + k])
      var isProven = true
      found.columns += columns(of: k, .exact, duals, program, over, &isProven)
      if isProven {
        least[k] = max(least[k], min(threshold, pricer.leastFound))
      } else {
        found.isExact = false
        if over.isOver(work) { break }
      }
    }
    improve(multipliers, least, isExact: found.isExact)
    return found
  }

  private mutating func columns(
    of k: Int, _ mode: PricingMode, _ duals: [Double], _ program: [Double],
    _ over: BoundEffort, _ isProven: inout Bool
  ) -> [RouteColumn] {
    let pricer = pricers[k]
    let n = p.requestCount
    let done = work
    let threshold = min(0, duals[n + k])
    isProven = pricer.run(
      mode, threshold: threshold, most: mode == .exact ? most.exact : most.heuristic,
      stop: { over.isOver(done) })
    work += pricer.effort + 1000
    let limit = max(10, most.columns / pricers.count)
    var columns: [RouteColumn] = []
    for route in pricer.routes(most: 4 * limit) where columns.count < limit {
      let column = RouteColumn(
        p, classIndex: k, cost: pricer.cost(route, duals), stops: pricer.stops(of: route))
      let reduced = column.reducedCost(program) - program[n + k]
      if reduced < -1e-7 * max(1, abs(column.cost)) { columns.append(column) }
    }
    return columns
  }

  /// Keeps the bound if it is the best so far.
  private mutating func improve(_ multipliers: [Double], _ least: [Double], isExact: Bool) {
    guard least.allSatisfy(\.isFinite) else { return }
    let bound = Lagrangian.bound(p, duals: multipliers, least: least, scale: scale)
    guard bound > best.bound else { return }
    best = DualPoint(duals: multipliers, least: least, bound: bound, isExact: isExact)
  }
}

/// How much one pricing may do.
struct PricingLimits {
  var heuristic = 200_000
  var exact = 2_000_000
  /// New columns a round, over all classes.
  var columns = 120
}

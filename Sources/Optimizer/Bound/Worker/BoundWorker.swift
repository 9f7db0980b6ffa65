package import DialARide
import Foundation

/// Works out a lower bound beside a search, or alone: enumerates fragments, generates columns, tries to close the
/// gap. Publishes on its board whatever it has proved so far.
package final class BoundWorker {
  private let problem: Problem
  private let board: BoundBoard
  private let effort: BoundEffort
  private let method: BoundMethod
  private var walks: WalkRelaxation?

  package init(
    _ problem: Problem, board: BoundBoard, effort: BoundEffort, method: BoundMethod = .strongest
  ) {
    self.problem = problem
    self.board = board
    self.effort = effort
    self.method = method
  }

  /// Blocks the calling thread until nothing is left to prove or the effort is spent.
  package func run() {
    board.publish(.trivial(problem))
    defer { board.finish() }
    guard let p = BoundProblem(problem) else { return }
    guard let pricers = pricers(p) else { return }
    do {
      try generate(p, pricers)
    } catch {
      // The simplex method failed; what was proved until then stands.
    }
  }

  /// `nil` where walks are all there is; their bound is on the board then.
  private func pricers(_ p: BoundProblem) -> [any RoutePricing]? {
    if method == .strongest {
      // Of so many requests the fragments take long to count, and are mostly too many.
      if !p.isMaskable { relax(p, effort.part(Self.shareOfWalks)) }
      if let pricers = fragmentPricers(p) { return pricers }
    }
    let pricers = method == .walks ? nil : stopPricers(p)
    if method != .stops {
      // Stop by stop, the first bound can be long in coming: a weak one goes before it.
      relax(p, pricers == nil ? effort : effort.part(Self.shareOfWalks))
    }
    return pricers
  }

  private static let shareOfWalks = 0.125

  /// With a limit on the work, enumeration is held to a share of it.
  private var fragmentLimit: FragmentLimit {
    var limit = FragmentLimit()
    if let work = effort.work { limit.steps = min(limit.steps, 5 * work) }
    return limit
  }

  private func fragmentPricers(_ p: BoundProblem) -> [any RoutePricing]? {
    var sets: [Int: (set: FragmentSet, grid: TimeGrid)] = [:]
    for matrix in Set(p.classes.map(\.matrix)).sorted() {
      let search = FragmentEnumeration(p, matrix: matrix, limit: fragmentLimit) {
        self.effort.isOver(0)
      }
      guard let set = search.run() else { return nil }
      sets[matrix] = (set, TimeGrid(p, set))
    }
    return p.classes.indices.compactMap { k in
      guard let (set, grid) = sets[p.classes[k].matrix] else { return nil }
      return RoutePricer(PricingMap(p, classIndex: k, set: set, grid: grid))
    }
  }

  /// Where fragments are too many; `nil` where routes are too long for labels stop by stop as well.
  private func stopPricers(_ p: BoundProblem) -> [any RoutePricing]? {
    guard p.isMaskable else { return nil }
    var pricers: [any RoutePricing] = []
    for k in p.classes.indices {
      guard let graph = StopGraph(p, classIndex: k) else { return nil }
      pricers.append(StopPricer(graph))
    }
    return pricers
  }

  private func generate(_ p: BoundProblem, _ pricers: [any RoutePricing]) throws {
    var generation = ColumnGeneration(p, pricers, scale: p.scale)
    let costing = RouteCosting(p)
    let start = board.takePosted().compactMap(costing.column)
    try generation.run(
      from: start, upperBound: { self.board.upperBound }, until: effort,
      report: { point, columns in
        self.publish(p, point, point.bound, .columnGeneration, self.routes(of: columns, p))
      })
    let point = generation.best
    publish(p, point, point.bound, .columnGeneration, [])
    guard p.isMaskable else { return }
    var closing = Closing(p, pricers: pricers, point: point)
    var tried = Double.infinity
    while !effort.isOver(closing.work) {
      let upper = board.upperBound
      guard upper.isFinite, upper < tried else {
        if !effort.awaitsIncumbents || closing.isSettled(upper) { return }
        Thread.sleep(forTimeInterval: 0.02)
        continue
      }
      tried = upper - 1e-9 * max(1, abs(upper))
      let routes = try closing.close(upper: upper, effort)
      publish(p, point, closing.value, closing.proof, routes)
    }
  }

  private func relax(_ p: BoundProblem, _ effort: BoundEffort) {
    if walks == nil { walks = WalkRelaxation(p) }
    walks?.run(
      upperBound: { self.board.upperBound }, until: effort,
      report: { bound, duals in
        let point = ColumnGeneration.DualPoint(
          duals: BoundDuals(requests: duals), least: [], bound: bound, isExact: false)
        self.publish(p, point, bound, .relaxation, [])
      })
  }

  private func routes(of columns: [RouteColumn], _ p: BoundProblem) -> [BoundRoute] {
    columns.map { BoundRoute(vehicle: p.classes[$0.classIndex].vehicle, stops: $0.stops) }
  }

  private func publish(
    _ p: BoundProblem, _ point: ColumnGeneration.DualPoint, _ value: Double,
    _ proof: LowerBound.Proof, _ routes: [BoundRoute]
  ) {
    let upper = board.upperBound
    let isOptimal = value >= upper - 1e-6 * max(1, abs(upper))
    board.publish(
      LowerBound(
        value: max(0, min(value, upper)), proof: proof, isOptimal: isOptimal,
        duals: point.duals.requests, ties: ties(point.duals, p), lagrangian: point.bound),
      routes: routes)
  }

  private func ties(_ duals: BoundDuals, _ p: BoundProblem) -> [TieMultiplier] {
    duals.ties.filter { $0.value != 0 }.map { tie in
      let kind = p.classes[tie.row.classIndex].index
      return TieMultiplier(
        vehicles: problem.vehicleClass.indices.filter { Int(problem.vehicleClass[$0]) == kind },
        first: tie.row.tie.first, second: tie.row.tie.second, value: tie.value)
    }
  }
}

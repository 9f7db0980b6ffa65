/// Makes new solutions from the pool's routes, beside the search: disjoint routes that the relaxation of set
/// partitioning favours, everybody else inserted, and the whole improved a little.
///
/// One at a time may run; its island and its routes belong to that run.
final class Recombination: @unchecked Sendable {
  private let partitioning: SetPartitioning
  let island: Island
  private let p: SearchProblem
  private let stop: SearchStop
  /// What the last relaxation used.
  private var basic: [KeptRoute] = []
  private var worker: Beside?
  /// Cost of the incumbent that the present run knows.
  private(set) var incumbentCost = Double.infinity
  private var outcome: Result<SearchSolution?, any Error> = .success(nil)

  init(_ p: SearchProblem, groups: Groups, island: Island, stop: SearchStop) {
    self.p = p
    self.island = island
    self.stop = stop
    partitioning = SetPartitioning(p, groups: groups)
  }

  /// Starts a run.
  ///
  /// - Parameter isBeside: on a thread of its own; `finish` waits for it.
  func start(
    _ incumbent: SearchSolution, pool: RoutePool, effort: PartitionEffort, isBeside: Bool
  ) {
    incumbentCost = incumbent.cost
    outcome = .success(nil)
    if let seconds = effort.seconds, seconds < 0.02 { return }
    let run: @Sendable () -> Void = { [self] in
      outcome = Result { try solution(incumbent, pool, effort) }
    }
    if isBeside { worker = Beside(name: "camin recombination", run) } else { run() }
  }

  /// The recombined solution, however good.
  func finish() throws -> SearchSolution? {
    worker?.wait()
    worker = nil
    return try outcome.get()
  }

  private func solution(
    _ incumbent: SearchSolution, _ pool: RoutePool, _ effort: PartitionEffort
  ) throws -> SearchSolution? {
    let clock = ContinuousClock()
    let deadline = effort.seconds.map { clock.now + .seconds($0) }
    var shortened = effort
    // The rest is for improving what comes out.
    shortened.seconds = effort.seconds.map { $0 * 0.7 }
    let offer = try partitioning.offer(
      against: incumbent, pool: pool, known: basic, effort: shortened, stop: stop)
    if !offer.basic.isEmpty { basic = offer.basic }
    guard let chosen = offer.exact ?? (offer.dived.isEmpty ? nil : offer.dived) else { return nil }
    island.begin(from: assemble(chosen), knowing: incumbent)
    var done = 0
    island.run(
      reducesFleet: false, extendsService: false,
      progress: { 0.7 + 0.3 * Double(done) / Double(max(1, effort.polish)) },
      goOn: { count in
        done = count
        return count < effort.polish && !stop.isRaised && (deadline.map { clock.now < $0 } ?? true)
      })
    return island.best
  }

  /// Gives the chosen routes to vehicles of their classes, as far as there are any and their crews may.
  private func assemble(_ routes: [KeptRoute]) -> SearchSolution {
    let bench = island.bench
    var solution = bench.emptySolution()
    for route in routes {
      let kind = p.vehicles[Int(route.vehicle)].vehicleClass
      let vehicle = (0..<p.vehicleCount).first {
        solution.routes[$0].count == 0 && p.vehicles[$0].vehicleClass == kind
      }
      guard let vehicle,
        let moved = bench.makeRoute(route.stops, route.stops.count, vehicle: vehicle),
        bench.mayAdd(moved, to: solution)
      else { continue }
      solution.use(moved, p)
    }
    return solution
  }
}

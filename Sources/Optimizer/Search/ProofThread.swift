import DialARide
import Foundation
import Synchronization

/// The lower bound's thread beside a search: it is told of better incumbents, and gives columns to the pool.
final class ProofThread {
  private let p: SearchProblem
  private let board = BoundBoard()
  private let stop = SearchStop()
  private var worker: Beside?
  private var isEndNoted = false

  init(_ p: SearchProblem) { self.p = p }

  deinit { stop.raise() }

  func start(begin: ContinuousClock.Instant, timeLimit: Double?) {
    let effort = BoundEffort(
      deadline: timeLimit.map { begin + .seconds($0) }, stop: stop, awaitsIncumbents: true)
    let (problem, board) = (p.problem, board)
    worker = Beside(name: "camin bound", stackSize: 16 << 20) {
      BoundWorker(problem, board: board, effort: effort).run()
    }
  }

  /// Tells of the incumbent.
  func post(_ solution: SearchSolution) {
    let isComplete = p.problem.demands.allSatisfy { forms in
      p.problem.unservedPenalty[forms[0]].isFinite
        || forms.contains { solution.vehicleOf[$0] >= 0 }
    }
    guard isComplete else { return }
    board.post(
      upperBound: solution.cost,
      routes: solution.routes.filter { $0.count > 0 }.map {
        BoundRoute(vehicle: $0.vehicle, stops: $0.stops)
      })
  }

  /// Routes found since the last call; not every one obeys all rules.
  ///
  /// None while the bound is far below this cost: what its columns are priced by says little then, and thousands
  /// of them only slow the relaxation down.
  func takeRoutes(near cost: Double) -> [BoundRoute] {
    let routes = board.takeRoutes()
    guard let bound = board.bound, bound.value > 0.5 * cost else { return [] }
    return routes
  }

  /// What is proven so far, beside a solution of this cost; `nil` where it says nothing.
  func lowerBound(of cost: Double) -> Double? {
    guard let bound = board.bound, bound.proof != .trivial, bound.value.isFinite else { return nil }
    return max(0, min(bound.value, cost))
  }

  /// Whether nothing cheaper than this cost exists.
  func closes(_ cost: Double) -> Bool {
    board.bound.map { $0.held(against: cost).isOptimal } ?? false
  }

  /// Leaves the processor to the search where a third of the time has proved nothing.
  ///
  /// - Parameter progress: how much of the search's time is over, 0 to 1.
  func giveUpIfHopeless(_ progress: Double) {
    if progress > 1.0 / 3, board.bound?.proof ?? .trivial == .trivial { stop.raise() }
  }

  /// True once when the bound has just come to its end: its routes are worth a look at once.
  var hasNews: Bool {
    guard !isEndNoted, board.isDone || board.bound?.isOptimal ?? false else { return false }
    isEndNoted = true
    return true
  }

  /// Ends the work and returns what was proved.
  func finish() -> LowerBound? {
    stop.raise()
    // Solving one linear program cannot be cut short at once; the bound published so far stands anyway.
    worker?.wait(atMost: 0.5)
    return board.bound
  }
}

extension Workbench {
  /// The route, or `nil` if it breaks a rule: the bound's relaxation may visit a request twice, for one, or two forms of
  /// one demand.
  func judged(_ route: BoundRoute) -> SearchRoute? {
    guard Set(route.stops).count == route.stops.count else { return nil }
    if p.hasChoices {
      let requests = Set(route.stops.map { Int($0 >> 1) })
      guard Set(requests.map { p.problem.demandOf[$0] }).count == requests.count else { return nil }
    }
    return route.stops.withUnsafeBufferPointer { stops in
      stops.baseAddress.flatMap { makeRoute($0, stops.count, vehicle: route.vehicle) }
    }
  }
}

extension LowerBound {
  /// The bound beside the cost of a solution: never above it, and optimal where the two meet.
  func held(against cost: Double) -> LowerBound {
    var held = self
    held.isOptimal = value >= cost - 1e-6 * max(1, abs(cost))
    held.value = min(value, cost)
    held.lagrangian = min(lagrangian, held.value)
    return held
  }
}

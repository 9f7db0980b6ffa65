import Synchronization

/// Where search and bound meet: the search posts its best cost and routes, the bound its best proof and the routes
/// it finds. Held by a lock for a moment each time.
package final class BoundBoard: Sendable {
  private struct State {
    var upperBound = Double.infinity
    var posted: [BoundRoute] = []
    var bound: LowerBound?
    var found: [BoundRoute] = []
    var isDone = false
  }

  private static let mostRoutes = 20_000
  private let state = Mutex(State())

  package init() {}

  // MARK: The search's side

  /// Posts the cost of the incumbent and routes that the bound does not know yet.
  package func post(upperBound: Double, routes: [BoundRoute]) {
    state.withLock {
      $0.upperBound = min($0.upperBound, upperBound)
      let room = max(0, Self.mostRoutes - $0.posted.count)
      $0.posted.append(contentsOf: routes.prefix(room))
    }
  }

  /// The best bound so far.
  package var bound: LowerBound? { state.withLock { $0.bound } }

  /// Routes found since the last call; they obey the relaxation's rules, not always all of the problem's.
  package func takeRoutes() -> [BoundRoute] {
    state.withLock {
      let routes = $0.found
      $0.found = []
      return routes
    }
  }

  /// The bound will not rise any more.
  package var isDone: Bool { state.withLock { $0.isDone } }

  // MARK: The bound's side

  var upperBound: Double { state.withLock { $0.upperBound } }

  func takePosted() -> [BoundRoute] {
    state.withLock {
      let routes = $0.posted
      $0.posted = []
      return routes
    }
  }

  /// Publishes a bound if it is better than the one there, and routes in any case.
  func publish(_ bound: LowerBound?, routes: [BoundRoute] = []) {
    state.withLock {
      if let bound {
        let known = $0.bound?.value ?? -.infinity
        // Proof by enumeration says more than the same number by column generation.
        let isStronger = bound.proof == .enumeration && bound.value > known - 1e-6 * abs(known)
        if bound.value > known || isStronger || bound.isOptimal { $0.bound = bound }
      }
      let room = max(0, Self.mostRoutes - $0.found.count)
      $0.found.append(contentsOf: routes.prefix(room))
    }
  }

  func finish() { state.withLock { $0.isDone = true } }
}

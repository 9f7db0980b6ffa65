import DialARide
import Synchronization

/// Where an island says how far it is, for the thread that reports.
final class ProgressBoard: Sendable {
  struct Entry: Sendable {
    var cost: Double
    var unserved: Int
    var vehicles: Int
    var iterations: Int
  }

  private let state = Mutex<Entry?>(nil)

  var entry: Entry? { state.withLock { $0 } }

  func post(_ island: Island) {
    let best = island.best
    let cost = best.cost
    let iterations = island.iterations
    state.withLock { entry in
      // Counting takes time linear in the problem: only when there is something new to count.
      if let known = entry, known.cost == cost {
        entry?.iterations = iterations
      } else {
        entry = Entry(
          cost: cost, unserved: island.p.problem.demands.count - best.servedCount,
          vehicles: best.usedVehicles,
          iterations: iterations)
      }
    }
  }
}

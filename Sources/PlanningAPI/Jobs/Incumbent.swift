internal import DialARide
internal import Optimizer

/// Where a running search stands.
struct Incumbent: Encodable, Equatable, Sendable {
  var objective: Double?
  var lowerBound: Double?
  /// `(objective - lower_bound) / objective`.
  var gap: Double?
  /// Requests of the problem that the incumbent leaves out.
  var unserved: Int
  var runs: Int
  var iterations: Int
  /// Seconds.
  var elapsed: Double

  init(_ progress: SearchProgress) {
    objective = progress.cost.isFinite ? progress.cost : nil
    // A bound says nothing of a solution that leaves out what must be served.
    lowerBound = objective == nil ? nil : progress.lowerBound
    if let objective, let lowerBound {
      gap = ProvenBound.gap(objective: objective, lowerBound: lowerBound)
    }
    unserved = progress.unserved
    runs = progress.vehicles
    iterations = progress.iterations
    elapsed = progress.elapsed
  }

  /// Something that somebody who watches wants to know.
  func isNews(after other: Incumbent?) -> Bool {
    guard let other else { return true }
    return objective != other.objective || lowerBound != other.lowerBound
      || unserved != other.unserved
  }
}

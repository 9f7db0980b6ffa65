/// One solve of the set-partitioning problem over the pool, made on an island's thread while the others search.
final class Recombination: @unchecked Sendable {
  let incumbent: SearchSolution
  private let partitioning: SetPartitioning
  private let pool: RoutePool
  private let effort: PartitionEffort
  private let stop: SearchStop
  /// Routes that together are better than the incumbent; written by the one thread that runs, read after it.
  private(set) var outcome: Result<[SearchRoute]?, any Error> = .success(nil)

  init(
    partitioning: SetPartitioning, incumbent: SearchSolution, pool: RoutePool,
    effort: PartitionEffort, stop: SearchStop
  ) {
    self.partitioning = partitioning
    self.incumbent = incumbent
    self.pool = pool
    self.effort = effort
    self.stop = stop
  }

  func run() {
    if let seconds = effort.seconds, seconds < 0.02 { return }
    outcome = Result {
      try partitioning.improve(incumbent, pool: pool, effort: effort, stop: stop)
    }
  }
}

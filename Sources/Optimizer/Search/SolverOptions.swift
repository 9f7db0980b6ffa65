public import DialARide

/// When a search stops and how it is repeated.
public struct SolverOptions: Sendable {
  /// Seed of the random numbers.
  public var seed: UInt64 = 1
  /// Number of ruin-and-recreate iterations over all islands; with a seed it fixes the result on every
  /// machine, whatever the number of threads. `nil`: no such limit.
  public var iterations: Int?
  /// Wall-clock limit, seconds; `nil`: none. One of the two limits must be given.
  public var timeLimit: Double?
  /// Threads that the search runs on; at least 1.
  public var threads: Int = 1
  /// When and how a day is searched in parts.
  public var decomposition = Decomposition()
  /// Work out a lower bound too: beside a search with a time limit, on one more thread; after a search with an
  /// iteration count, with an effort in proportion.
  public var provesBound = true

  public init(
    seed: UInt64 = 1, iterations: Int? = nil, timeLimit: Double? = nil, threads: Int = 1
  ) {
    self.seed = seed
    self.iterations = iterations
    self.timeLimit = timeLimit
    self.threads = threads
  }
}

/// When and how finely a problem is decomposed.
public struct Decomposition: Sendable {
  /// Requests from which on a problem is searched in parts.
  public var threshold: Int
  /// Requests of a part, about; at least 1.
  public var partSize: Int

  public init(threshold: Int = 700, partSize: Int = 200) {
    self.threshold = threshold
    self.partSize = partSize
  }
}

/// Where a running search stands.
public struct SearchProgress: Sendable {
  /// Objective of the incumbent.
  public var cost: Double
  public var unserved: Int
  public var vehicles: Int
  public var iterations: Int
  /// Seconds since the start.
  public var elapsed: Double
  /// What is proven of the cost of every solution so far; `nil` where nothing is.
  public var lowerBound: Double?

  public init(
    cost: Double, unserved: Int, vehicles: Int, iterations: Int, elapsed: Double,
    lowerBound: Double? = nil
  ) {
    self.cost = cost
    self.unserved = unserved
    self.vehicles = vehicles
    self.iterations = iterations
    self.elapsed = elapsed
    self.lowerBound = lowerBound
  }
}

/// The best solution found, and how the search went.
public struct SearchResult: Sendable {
  /// Scheduled routes and unserved requests.
  public var solution: Solution
  public var cost: CostBreakdown
  public var iterations: Int
  /// Seconds.
  public var elapsed: Double
  /// Rounds in which the integer program over the route pool improved the incumbent.
  public var poolImprovements: Int
  /// What is proven of the cost of every solution; `nil` where nothing was computed.
  public var lowerBound: LowerBound?

  public init(
    solution: Solution, cost: CostBreakdown, iterations: Int, elapsed: Double,
    poolImprovements: Int, lowerBound: LowerBound? = nil
  ) {
    self.solution = solution
    self.cost = cost
    self.iterations = iterations
    self.elapsed = elapsed
    self.poolImprovements = poolImprovements
    self.lowerBound = lowerBound
  }
}

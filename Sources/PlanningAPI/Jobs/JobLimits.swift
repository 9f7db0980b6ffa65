/// How much the server takes on.
public struct JobLimits: Sendable {
  /// Jobs that run at once.
  public var parallel: Int
  /// Threads that each of them may keep busy.
  public var threads: Int
  public var mostQueued = 200
  public var mostQueuedPerTenant = 50
  /// Bytes that all running jobs may need, by estimate.
  public var memory: Int
  /// Seconds of search: where nothing is asked for, and at most.
  public var timeLimit = 10.0
  public var longestTime = 3600.0
  /// Seconds after its beginning that a job is asked to end, with what is done beside its search.
  var longestRun: Double { 1.25 * longestTime + 30 }
  /// How often a job is begun: one under which the server ends each time is given up.
  public var mostAttempts = 5
  /// Of the threads that search.
  public var niceness: Int32 = 10

  public init(parallel: Int, threads: Int, memory: Int) {
    self.parallel = max(1, parallel)
    self.threads = max(1, threads)
    self.memory = memory
  }

  /// Bytes that a pair of places takes from times to the problem of the solver.
  private static let bytesOfPair = 40

  /// Places of a day: times between all of them are held at once, by jobs and questions side by side.
  var mostPlaces: Int {
    Int((Double(memory) / Double(4 * parallel * Self.bytesOfPair)).squareRoot())
  }

  /// Pairs of a leg and somebody who might drive it: the rules are asked about each.
  static let mostPairs = 20_000_000

  /// Bytes that a job may need: a share for its search and the proof beside it, which took 240 MB at most on days of
  /// 40 to 1,400 legs, and what grows with its legs on each thread.
  func bytes(legs: Int) -> Int { 300_000_000 + threads * legs * 100_000 }
}

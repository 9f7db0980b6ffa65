/// What made the plan, so that it can be made again (R46). No clock time: equal input gives equal bytes.
public struct PlanProvenance: Codable, Hashable, Sendable {
  /// What was done to make it.
  public enum Method: String, Codable, Sendable, CaseIterable {
    /// One search of the day, from the plan told where there is one.
    case search
    /// A search, and others of the day with slack (R49).
    case robust
    /// A plan told, mended after something had happened (R43).
    case repair
    /// Offers planned apart, and their plans put together.
    case apart
  }

  public var engine: String
  public var method: Method
  public var seed: UInt64
  /// `nil` where a time limit ended the search: such a plan cannot be reproduced exactly.
  public var iterations: Int?
  public var timeLimit: Double?
  /// Iterations done by then; `nil` where `iterations` tells.
  public var iterationsDone: Int?
  /// Threads of a search that a time limit ended; `nil` otherwise, since they then change nothing.
  public var threads: Int?
  /// SHA-256 of the scenario's canonical JSON.
  public var scenarioHash: String
  /// SHA-256 of the plan's own content, provenance and proof left out; empty where it was not computed.
  public var planHash: String
  /// Where travel times come from; `nil` where the plan does not say.
  public var travel: TravelProvenance?

  public init(
    engine: String, method: Method = .search, seed: UInt64, iterations: Int?, timeLimit: Double?,
    iterationsDone: Int? = nil, threads: Int? = nil, scenarioHash: String, planHash: String = "",
    travel: TravelProvenance? = nil
  ) {
    self.engine = engine
    self.method = method
    self.seed = seed
    self.iterations = iterations
    self.timeLimit = timeLimit
    self.iterationsDone = iterationsDone
    self.threads = threads
    self.scenarioHash = scenarioHash
    self.planHash = planHash
    self.travel = travel
  }
}

/// Where a plan's travel times come from, so that it is judged by the same ones (R22).
public struct TravelProvenance: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Straight lines.
    case estimate
    /// A road graph, a matrix or a routing server.
    case roads
  }

  public var kind: Kind
  /// What was named as their source, without folders of the machine or passwords; empty for estimates.
  public var source: String
  /// By which the source is told from another of the same name; empty where it has none.
  public var fingerprint: String
  /// Whose road data they rest on and under which licence; empty where the source does not say.
  public var attribution: String
  /// SHA-256 of the times and distances between the places of the scenario; empty where it was not computed.
  public var timesHash: String
  /// The server named was of no use, and all times are earlier answers of it.
  public var fromCache: Bool

  public init(
    kind: Kind, source: String = "", fingerprint: String = "", attribution: String = "",
    timesHash: String = "", fromCache: Bool = false
  ) {
    self.kind = kind
    self.source = source
    self.fingerprint = fingerprint
    self.attribution = attribution
    self.timesHash = timesHash
    self.fromCache = fromCache
  }
}

public import Foundation
public import Planning

/// What is kept of one planning run, so that it can be accounted for later: inputs by their hashes, settings,
/// results by their figures. It holds no name, no rider and no place.
///
/// What a run that failed early never knew (its scenario's hash, its date) is `nil`.
public struct RunRecord: Hashable, Sendable {
  /// When the run ended, in UTC, to the second.
  public var at: Date
  /// The command as typed without its arguments, e.g. `plan`.
  public var command: String
  /// Version of the engine.
  public var engine: String
  /// SHA-256 of the scenario's canonical JSON, 64 hexadecimal digits in lower case.
  public var scenarioHash: String?
  /// SHA-256 of the plan as written, 64 hexadecimal digits in lower case.
  public var planHash: String?
  /// Id of the territory.
  public var territory: String?
  /// The day that was planned.
  public var date: PlanDate?
  /// Ids of the rule profiles in force, in the plan's order.
  public var profiles: [String]
  public var seed: UInt64
  /// Iterations asked for; `nil` where a time limit ended the search.
  public var iterations: Int?
  /// Seconds; `nil` where iterations ended the search.
  public var timeLimit: Double?
  /// The objective's levels, the most important first.
  public var tiers: [Tier]
  /// Bookings served and not served.
  public var served: Int
  public var unserved: Int
  /// Decisions of a coordinator that the run had to respect.
  public var locks: Int
  /// Status that the process ended with; 0: all went well.
  public var exitStatus: Int

  /// Takes a record, cutting `at` to whole seconds: what is written is what is read back.
  public init(
    at: Date, command: String, engine: String, scenarioHash: String? = nil,
    planHash: String? = nil, territory: String? = nil, date: PlanDate? = nil,
    profiles: [String] = [], seed: UInt64, iterations: Int? = nil, timeLimit: Double? = nil,
    tiers: [Tier] = [], served: Int = 0, unserved: Int = 0, locks: Int = 0, exitStatus: Int
  ) {
    self.at = UTC.wholeSeconds(at)
    self.command = command
    self.engine = engine
    self.scenarioHash = scenarioHash
    self.planHash = planHash
    self.territory = territory
    self.date = date
    self.profiles = profiles
    self.seed = seed
    self.iterations = iterations
    self.timeLimit = timeLimit
    self.tiers = tiers
    self.served = served
    self.unserved = unserved
    self.locks = locks
    self.exitStatus = exitStatus
  }

  /// When the run ended as text, e.g. `2026-11-24T17:02:31Z`.
  public var atText: String { UTC.text(at) }
}

/// What a purge leaves behind.
public struct PurgeRecord: Hashable, Sendable {
  /// When the purge was done, in UTC, to the second.
  public var at: Date
  /// Runs that ended before this moment were removed.
  public var before: Date
  /// How many runs were removed.
  public var removed: Int
}

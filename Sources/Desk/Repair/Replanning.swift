internal import DialARide
internal import Interchange
public import Optimizer
public import Planning
public import TravelTimes

/// Mends a plan that people were told after something has happened (R42, R43, R50).
public struct Replanning {
  /// The day as the plan was made of it.
  public let input: DayInput
  public let told: Plan
  public var options: SolverOptions
  /// Until when the plan has been driven; `nil`: it has not begun.
  public var now: ClockTime?
  /// Promised windows hold.
  public var keepsTimes = true
  /// What `roads` of the changed day says; `nil`: what the day says.
  public var roadsEntry: String?

  public init(_ input: DayInput, told: Plan, options: SolverOptions) {
    self.input = input
    self.told = told
    self.options = options
    self.options.provesBound = false
  }

  /// What came of it.
  public struct Outcome: Sendable {
    public var made: MadePlan
    /// The day as it is now.
    public var input: DayInput
    /// Decisions that events have overtaken.
    public var lifted: [PlanLock]
    /// Who must be called, the most urgent first.
    public var calls: [PhoneCall]
    public var search: SearchOutcome

    public var changes: PlanChanges {
      made.plan.changes ?? PlanChanges(previous: "", keepsTimes: true, changes: [])
    }
  }

  /// Who is sent off in the past is told to leave now, and the plan mended again, so many times at most.
  private static let mostRounds = 4
  /// Part of the first round's limits that each of those gets.
  private static let shareOfRound = 0.25

  /// - Parameters:
  ///   - travel: where times to places come from that the day does not know yet, and the cache of its answers.
  ///   - stop: ends the search early with the best so far.
  ///   - stops: how often an end was asked for.
  /// - Throws: `Failure` with every event that cannot be.
  public func run(
    _ events: [ReportedEvent], travel: RoadSource? = nil, cache: RoadCache? = nil,
    stop: SearchStop = SearchStop(), stops: @escaping @Sendable () -> Int = { 0 }
  ) throws -> Outcome {
    let changed = try changedDay(events)
    var input = try changedInput(changed, travel, cache)
    try input.checkFrozenRuns()
    var (compiled, result) = try mended(input, options, stop)
    for _ in 1..<Self.mostRounds where !stop.isRaised {
      let early = compiled.leftTooEarly(in: result.solution)
      guard !early.isEmpty, var published = input.published else { break }
      published.past?.notBefore.merge(early) { max($0, $1) }
      input = try input.changed(changed.scenario, after: published)
      (compiled, result) = try mended(input, shorter, stop)
    }
    let search = SearchOutcome(result: result, stops: stops)
    let made = try PlanMaking(
      input: input, compiled: compiled, options: options, isRepair: true
    ).plan(from: search)
    let lost = input.published?.past?.contradictions(in: made.plan) ?? []
    guard lost.isEmpty else { throw Failure(.internalError, lost.map { .internalFault($0) }) }
    let calls = made.plan.changes?.calls(from: told, to: made.plan, on: made.day) ?? []
    return Outcome(
      made: made, input: input, lifted: changed.lifted, calls: calls, search: search)
  }

  private func changedDay(_ events: [ReportedEvent]) throws(Failure) -> ChangedDay {
    do throws(Faults) {
      var changed = try ChangedDay(
        input.day, after: told, events, now: now, keepsTimes: keepsTimes)
      if let roadsEntry { changed.scenario.territory.roads = roadsEntry }
      return changed
    } catch {
      throw Failure(.badData, error.faults)
    }
  }

  private func changedInput(
    _ changed: ChangedDay, _ travel: RoadSource?, _ cache: RoadCache?
  ) throws(Failure) -> DayInput {
    guard changed.scenario.places == input.scenario.places else {
      return try DayInput(
        changed.scenario, warnings: input.warnings, travel: travel, cache: cache,
        after: changed.published)
    }
    return try input.changed(changed.scenario, after: changed.published)
  }

  private var shorter: SolverOptions {
    var shorter = options
    shorter.timeLimit = options.timeLimit.map { $0 * Self.shareOfRound }
    return shorter
  }

  private func mended(
    _ input: DayInput, _ options: SolverOptions, _ stop: SearchStop
  ) throws -> (CompiledDay, SearchResult) {
    let compiled = try input.compiled()
    guard compiled.problem.requestCount > 0, let start = compiled.repairStart else {
      let nobody = Solution(routes: [], unserved: [])
      return (
        compiled,
        SearchResult(
          solution: nobody, cost: nobody.cost(in: compiled.problem), iterations: 0, elapsed: 0,
          poolImprovements: 0)
      )
    }
    return (
      compiled,
      try SearchThread.repair(compiled.problem, options: options, from: start, stop: stop)
    )
  }
}

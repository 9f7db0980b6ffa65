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
  /// Who was told the plan; nobody else is to be called.
  public var audience = Audience.everybody
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
    let mended = try Mending.run(
      changed.published,
      compile: { told in
        // What had to be held on the way is held by the check too.
        if told != input.published {
          input = try input.changed(changed.scenario, after: told)
        }
        return try input.compiled()
      }, search: { try search($0, share: $1, stop) })
    let (compiled, result) = (mended.compiled, mended.result)
    let found = SearchOutcome(result: result, stops: stops)
    var made = try PlanMaking(
      input: input, compiled: compiled, options: options, isRepair: true
    ).plan(from: found)
    let held = changed.scenario(holding: made.plan, clock: made.day.clock)
    if held != input.scenario {
      input = try input.changed(held, after: input.published)
      made = try PlanMaking(
        input: input, compiled: compiled, options: options, isRepair: true
      ).plan(from: found)
    }
    let lost = input.published?.past?.contradictions(in: made.plan) ?? []
    guard lost.isEmpty else { throw Failure(.internalError, lost.map { .internalFault($0) }) }
    made.audience = audience
    let calls =
      made.plan.changes?.calls(from: told, to: made.plan, on: made.day, audience: audience) ?? []
    return Outcome(
      made: made, input: input, lifted: changed.lifted, calls: calls, search: found)
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
        after: changed.published, like: input)
    }
    return try input.changed(changed.scenario, after: changed.published)
  }

  private func search(
    _ compiled: CompiledDay, share: Double, _ stop: SearchStop
  ) throws -> SearchResult {
    guard compiled.problem.requestCount > 0, let start = compiled.repairStart else {
      let nobody = Solution(routes: [], unserved: [])
      return SearchResult(
        solution: nobody, cost: nobody.cost(in: compiled.problem), iterations: 0, elapsed: 0,
        poolImprovements: 0)
    }
    var options = options
    options.timeLimit = options.timeLimit.map { $0 * share }
    return try SearchThread.repair(compiled.problem, options: options, from: start, stop: stop)
  }
}

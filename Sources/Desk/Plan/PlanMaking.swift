internal import DialARide
internal import Interchange
public import Optimizer
public import Planning
internal import Verification

/// Turns the outcome of a search into a plan that the exact checker has passed.
public struct PlanMaking {
  public let input: DayInput
  public let compiled: CompiledDay
  public let options: SolverOptions
  /// The plan is a plan told that was mended after something had happened.
  public let isRepair: Bool

  public init(
    input: DayInput, compiled: CompiledDay, options: SolverOptions, isRepair: Bool = false
  ) {
    self.input = input
    self.compiled = compiled
    self.options = options
    self.isRepair = isRepair
  }

  /// - Parameter isRobust: the solution is one of `RobustPlanning`, whose times are kept.
  /// - Throws: `Failure` where the plan breaks a rule that no decision of the coordinator lifts: that would
  ///   be a fault of Camin's own.
  public func plan(from outcome: SearchOutcome, isRobust: Bool = false) throws -> MadePlan {
    let found = outcome.result.solution
    let missing = Set(found.unserved)
    // An order, or a run held as it was, that lacks a leg is told by the reason why the leg is not served.
    let numeric = Verifier.violations(in: found, of: self.compiled.problem).filter { violation in
      let isLacking =
        [Violation.Rule.lockOrder, .lockFrozen].contains(violation.rule)
        && !missing.isDisjoint(with: violation.requests)
      return !violation.obeysLock && !isLacking
    }
    guard numeric.isEmpty else {
      throw Failure(.internalError, numeric.map { .internalFault("\($0)") })
    }
    let (compiled, solution) = try settled(found)
    var plan = compiled.plan(
      from: solution, provenance: provenance(outcome, isRobust),
      reasons: effort(after: outcome, isRobust), keepsTimes: isRobust)
    // A signal may have cut the reasons short meanwhile.
    plan.provenance = provenance(outcome, isRobust)
    plan.proof = try outcome.result.proof()
    plan.provenance.planHash = try PlanDocument.contentHash(plan)
    let violations = try PlanCheck(compiled.day).violations(in: plan)
    let own = violations.filter { !$0.decided }
    guard own.isEmpty else {
      throw Failure(
        .internalError, own.map { .internalFault("[\($0.rule)] \($0.run) \($0.text.en)") })
    }
    return MadePlan(
      plan: plan, scenario: input.scenario, day: compiled.day, decided: violations)
  }

  /// The day and the solution with the choices made that the search has made.
  private func settled(_ solution: Solution) throws(Failure) -> (CompiledDay, Solution) {
    do throws(Faults) {
      return try compiled.settled(by: solution)
    } catch {
      throw Failure(.internalError, error.faults)
    }
  }

  /// A number of iterations is named only where it alone ended the search, so that it tells how to make the plan again.
  private func provenance(_ outcome: SearchOutcome, _ isRobust: Bool) -> PlanProvenance {
    let isReproducible = isReproducible(outcome, isRobust)
    return PlanProvenance(
      engine: Release.engine, method: isRobust ? .robust : isRepair ? .repair : .search,
      seed: options.seed,
      iterations: isReproducible ? options.iterations : nil,
      timeLimit: isReproducible ? nil : options.timeLimit,
      iterationsDone: isReproducible ? nil : outcome.result.iterations,
      threads: isReproducible ? nil : options.threads,
      scenarioHash: ScenarioDocument.hash(input.scenario), travel: input.travel.provenance)
  }
}

extension PlanMaking {
  /// Seconds that reasons get where the time is over, since a plan without any helps nobody.
  private static let briefly = 1.0
  /// Part of the time limit that reasons may take beyond it.
  private static let share = 0.2

  /// Reasons are complete where the plan can be made again; otherwise they end with the time, or with a signal.
  private func effort(after outcome: SearchOutcome, _ isRobust: Bool) -> ReasonEffort {
    guard !isReproducible(outcome, isRobust) else {
      return ReasonEffort(threads: options.threads) { outcome.stops() == 0 }
    }
    let wasInterrupted = outcome.wasInterrupted
    let left = options.timeLimit.map { $0 * (1 + Self.share) - outcome.result.elapsed }
    let seconds = wasInterrupted ? Self.briefly : max(Self.briefly, left ?? .infinity)
    let clock = ContinuousClock()
    let end = seconds.isFinite ? clock.now + .seconds(seconds) : nil
    return ReasonEffort(threads: options.threads) {
      (wasInterrupted || outcome.stops() == 0) && end.map { clock.now < $0 } ?? true
    }
  }

  /// Of the searches of a robust plan each has its part of the iterations, so that their sum may be another.
  private func isReproducible(_ outcome: SearchOutcome, _ isRobust: Bool) -> Bool {
    guard !outcome.wasInterrupted else { return false }
    return isRobust
      ? options.timeLimit == nil && options.iterations != nil
      : outcome.result.iterations == options.iterations
  }
}

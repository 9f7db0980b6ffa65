internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning
internal import Reporting
internal import TravelTimes
internal import Verification

/// Turns the outcome of a search into a plan that the exact checker has passed.
struct PlanMaking {
  let input: DayInput
  let compiled: CompiledDay
  let options: SolverOptions

  /// - Throws: `Failure` where the plan breaks a rule that no decision of the coordinator lifts: that would
  ///   be a fault of Camin's own.
  func plan(from outcome: SearchRunner.Outcome) throws -> MadePlan {
    let solution = outcome.result.solution
    let missing = Set(solution.unserved)
    // An order, or a run held as it was, that lacks a leg is told by the reason why the leg is not served.
    let numeric = Verifier.violations(in: solution, of: compiled.problem).filter { violation in
      let isLacking =
        [Violation.Rule.lockOrder, .lockFrozen].contains(violation.rule)
        && !missing.isDisjoint(with: violation.requests)
      return !violation.obeysLock && !isLacking
    }
    guard numeric.isEmpty else {
      throw Failure(.internalError, numeric.map { .internalFault("\($0)") })
    }
    var plan = compiled.plan(
      from: solution, provenance: provenance(outcome), reasons: effort(after: outcome))
    // A signal may have cut the reasons short meanwhile.
    plan.provenance = provenance(outcome)
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

  /// A number of iterations is named only where it alone ended the search, so that it tells how to make the
  /// plan again.
  private func provenance(_ outcome: SearchRunner.Outcome) -> PlanProvenance {
    let isReproducible = isReproducible(outcome)
    return PlanProvenance(
      engine: "camin " + Camin.version, seed: options.seed,
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
  private func effort(after outcome: SearchRunner.Outcome) -> ReasonEffort {
    let signals = outcome.signals.count
    guard !isReproducible(outcome) else {
      return ReasonEffort(threads: options.threads) { signals.value == 0 }
    }
    let wasInterrupted = outcome.wasInterrupted
    let left = options.timeLimit.map { $0 * (1 + Self.share) - outcome.result.elapsed }
    let seconds = wasInterrupted ? Self.briefly : max(Self.briefly, left ?? .infinity)
    let clock = ContinuousClock()
    let end = seconds.isFinite ? clock.now + .seconds(seconds) : nil
    return ReasonEffort(threads: options.threads) {
      (wasInterrupted || signals.value == 0) && end.map { clock.now < $0 } ?? true
    }
  }

  private func isReproducible(_ outcome: SearchRunner.Outcome) -> Bool {
    !outcome.wasInterrupted && outcome.result.iterations == options.iterations
  }
}

/// A plan that was checked.
struct MadePlan {
  let plan: Plan
  let scenario: Scenario
  let day: Day
  /// Rules broken since the coordinator has decided so (R41).
  let decided: [PlanViolation]
  /// What to draw the runs along; `nil`: straight lines.
  private(set) var roads: RoadLines?

  /// Finds the roads to draw.
  ///
  /// - Returns: why there are none though the times are of roads: a server that has fallen silent meanwhile is no
  ///   reason to lose the plan.
  mutating func drawRoads(of travel: DayTravel) -> [Fault] {
    guard let source = travel.roads else { return [] }
    do throws(RoadError) {
      roads = try RoadLines(
        of: plan, in: scenario, on: source, named: travel.provenance.source)
      return []
    } catch {
      return error.faults
    }
  }

  func report(_ language: Language) -> PlanReport {
    PlanReport(plan: plan, scenario: scenario, language: language, roads: roads)
  }

  /// `plan.json` and the report.
  func files(language: Language) throws(Failure) -> [OutputFile] {
    let document: String
    do throws(Faults) {
      document = try PlanDocument.text(plan)
    } catch {
      throw Failure(.internalError, error.faults)
    }
    return [OutputFile("plan.json", text: document)]
      + report(language).files.map { OutputFile($0.name, text: $0.text) }
  }
}

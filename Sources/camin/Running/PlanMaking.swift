internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning
internal import Reporting
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
    let numeric = Verifier.violations(in: solution, of: compiled.problem)
      .filter { !$0.obeysLock }
    guard numeric.isEmpty else {
      throw Failure(.internalError, numeric.map { .internalFault("\($0)") })
    }
    var plan = compiled.plan(from: solution, provenance: provenance(outcome))
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
    let isReproducible = !outcome.wasInterrupted && outcome.result.iterations == options.iterations
    return PlanProvenance(
      engine: "camin " + Camin.version, seed: options.seed,
      iterations: isReproducible ? options.iterations : nil,
      timeLimit: isReproducible ? nil : options.timeLimit,
      iterationsDone: isReproducible ? nil : outcome.result.iterations,
      threads: isReproducible ? nil : options.threads,
      scenarioHash: ScenarioDocument.hash(input.scenario))
  }
}

/// A plan that was checked.
struct MadePlan {
  let plan: Plan
  let scenario: Scenario
  let day: Day
  /// Rules broken since the coordinator has decided so (R41).
  let decided: [PlanViolation]

  func report(_ language: Language) -> PlanReport {
    PlanReport(plan: plan, scenario: scenario, language: language)
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

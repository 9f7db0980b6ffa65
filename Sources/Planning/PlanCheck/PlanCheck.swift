internal import DialARide
internal import Verification

/// Judges any plan for a day, also one made or changed by hand (R44).
///
/// The plan is turned back into a numeric solution with its own times and given to the exact checker, each leg
/// under the rules of the mode that carries it. What one number cannot say is checked here: eligibility,
/// waiting budgets over two legs, detours by the number of patients on board, accompanied stays, and the working
/// day of each driver.
public struct PlanCheck: Sendable {
  public let day: Day
  public let eligibility: Eligibility

  public init(_ day: Day) {
    self.day = day
    eligibility = Eligibility(day)
  }

  /// Everything that is wrong with the plan, in a stable order; empty: it keeps every rule.
  ///
  /// - Throws: `Faults` where the day cannot be turned into a problem, which a sound day rules out.
  public func violations(in plan: Plan) throws(Faults) -> [PlanViolation] {
    let reader = PlanReader(day, plan)
    let compiler = Compiler(day, candidates: reader.candidates, purpose: .check)
    let compiled = compiler.compile()
    let problem = try CompiledDay.problem(compiled.draft)
    let (solution, unreadable) = reader.solution(compiled, vehicles: compiler.vehicles, problem)
    let words = ViolationWords(day: day, reader: reader, problem: problem, solution: solution)
    // An accompanied patient who gets in again leaves nothing to clean up after.
    func counts(_ violation: Violation) -> Bool {
      violation.rule != .setup || !violation.requests.contains(where: day.staysBefore)
    }
    return reader.faults + unreadable
      + Verifier.violations(in: solution, of: problem).filter(counts).map(words.planViolation)
      + DomainCheck(day: day, eligibility: eligibility, reader: reader, plan: plan).violations()
      + WorkingCheck(day: day, plan: plan).violations()
      + OutsideCheck(OutsideTerms(day, eligibility), plan).violations()
  }
}

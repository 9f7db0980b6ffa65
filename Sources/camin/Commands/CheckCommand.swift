internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Interchange
internal import Planning
internal import Verification

/// `camin check`: the exact checker on any plan.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        fr: "Vérifier un plan, même modifié à la main.",
        en: "Check a plan, also one changed by hand."),
      discussion: say(
        fr: """
          Chaque règle enfreinte est dite avec la valeur constatée, la limite et sa source. Se termine par 0 si le \
          plan respecte toutes les règles, par 1 sinon. Ce que la coordination a décidé (verrous) est dit aussi, \
          mais ne compte pas.

            camin check Scenarios/lot-small demain/plan.json

          Vérifie de même une solution de « camin solve » et les nombres qu’elle annonce, borne comprise :

            camin check a2-16.txt a2-16.json
          """,
        en: """
          Every broken rule is told with the value found, the limit and its source. Ends with 0 if the plan keeps \
          every rule, with 1 otherwise. What the coordinator has decided (locks) is told too, but does not count.

            camin check Scenarios/lot-small tomorrow/plan.json

          Checks a solution of “camin solve” likewise, and the numbers it states, its bound included:

            camin check a2-16.txt a2-16.json
          """))
  }

  @OptionGroup var problem: ProblemArgument
  @OptionGroup var plan: PlanArgument
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Verdict: Encodable {
    let valid: Bool
    let violations: [PlanViolation]
  }

  /// What `--json` tells of a solution.
  private struct SolutionVerdict: Encodable {
    let valid: Bool
    let objective: Double
    let violations: [Violation]
    let untrue: [StatementFault]
  }

  func run() throws {
    switch try problem.read() {
    case .day(let input, _): try check(input)
    case .instance(let instance, let problem): try check(instance, problem)
    }
  }

  private func check(_ instance: Instance, _ problem: Problem) throws {
    let check = try SolutionCheck(instance: instance, problem: problem, solution: plan.path)
    if output.json {
      try JSONOutput.write(
        SolutionVerdict(
          valid: check.isValid, objective: check.objective, violations: check.violations,
          untrue: check.untrue))
    } else if !(output.quiet && check.isValid) {
      let lines =
        check.violations.map { $0.line(problem) } + check.untrue.map { $0.line(output.language) }
      try Console.write(
        lines.joined()
          + (check.isValid
            ? say(
              fr: "La solution respecte toutes les règles et dit vrai.\n",
              en: "The solution keeps every rule and tells the truth.\n")
            : say(fr: "La solution est à rejeter.\n", en: "The solution must be rejected.\n")))
    }
    if !check.isValid { throw ExitCode(ExitStatus.violations.rawValue) }
  }

  private func check(_ input: DayInput) throws {
    let (input, plan) = try input.following(path: problem.day.planPath(plan.path))
    let untrue = plan.proof.map { proof in
      proof.inconsistencies.map { StatementFault($0, of: proof).violation }
    }
    let violations = try PlanCheck(input.day).violations(in: plan) + (untrue ?? [])
    let isValid = violations.allSatisfy(\.decided)
    if output.json {
      try JSONOutput.write(Verdict(valid: isValid, violations: violations))
    } else if !(output.quiet && isValid) {
      let list = ViolationList(
        violations: violations, clock: input.day.clock, language: output.language)
      try Console.write(list.text + (violations.isEmpty ? "" : "\n") + verdict(violations))
    }
    if !isValid { throw ExitCode(ExitStatus.violations.rawValue) }
  }

  private func verdict(_ violations: [PlanViolation]) -> String {
    let broken = violations.filter { !$0.decided }.count
    guard broken > 0 else {
      return say(fr: "Le plan respecte toutes les règles.\n", en: "The plan keeps every rule.\n")
    }
    return broken == 1
      ? say(fr: "Une règle enfreinte.\n", en: "One rule is broken.\n")
      : say(fr: "\(broken) règles enfreintes.\n", en: "\(broken) rules are broken.\n")
  }
}

internal import ArgumentParser
internal import Planning

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
          """,
        en: """
          Every broken rule is told with the value found, the limit and its source. Ends with 0 if the plan keeps \
          every rule, with 1 otherwise. What the coordinator has decided (locks) is told too, but does not count.

            camin check Scenarios/lot-small tomorrow/plan.json
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Verdict: Encodable {
    let valid: Bool
    let violations: [PlanViolation]
  }

  func run() throws {
    let input = try DayInput(scenario.path)
    let plan = try input.plan(plan.path)
    let violations = try PlanCheck(input.day).violations(in: plan)
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

internal import Desk
internal import DialARide
internal import Interchange
internal import Planning
internal import Reporting

/// What `validate` answers of a day that is fit to be planned.
struct ValidationView: Encodable {
  let valid = true
  let counts: [String: Int]
  let travel: String
  let warnings: [FaultDocument]

  init(_ input: DayInput, _ language: Language) {
    let scenario = input.scenario
    counts = [
      "bookings": scenario.bookings.count, "legs": input.day.legs.count,
      "riders": scenario.riders.count, "volunteers": scenario.volunteers.count,
      "vehicles": scenario.vehicles.count, "places": scenario.places.count,
      "locks": scenario.locks.count, "profiles": scenario.profiles.count,
    ]
    travel = input.travel.roads == nil ? "estimate" : "roads"
    warnings = input.warnings.map { FaultDocument($0, language) }
  }
}

/// A broken rule, in the language of the reader.
struct ViolationView: Encodable {
  let rule: String
  let figure: String
  let run: String
  let legs: [String]
  let riders: [String]
  let value: Double?
  let limit: Double?
  let unit: String
  let source: String
  let decided: Bool
  let text: String

  init(_ violation: PlanViolation, _ language: Language) {
    rule = violation.rule
    figure = violation.figure
    run = violation.run
    legs = violation.legs
    riders = violation.riders
    value = violation.value.flatMap { $0.isFinite ? $0 : nil }
    limit = violation.limit.flatMap { $0.isFinite ? $0 : nil }
    unit = violation.unit
    source = violation.source
    decided = violation.decided
    text = violation.text[language]
  }
}

/// What `check` answers.
struct VerdictView: Encodable {
  let valid: Bool
  let violations: [ViolationView]

  init(_ violations: [PlanViolation], _ language: Language) {
    valid = violations.allSatisfy(\.decided)
    self.violations = violations.map { ViolationView($0, language) }
  }
}

/// What `compare` answers.
struct ComparisonView: Encodable {
  let comparison: ImpactDocument
  let violations: [String: [ViolationView]]

  /// - Parameter plans: two, each with its name.
  init(_ input: DayInput, _ plans: [(name: String, plan: Plan)], _ language: Language) throws {
    let shipped = try ShippedFactors.all()
    guard let factors = shipped.first(where: { $0.id == ShippedFactors.standard }) else {
      throw Problem(.internalError)
    }
    var columns: [ImpactColumn] = []
    var broken: [String: [ViolationView]] = [:]
    for (name, plan) in plans {
      let input = try input.following(plan)
      let wrong = ImpactTotals.misstatements(of: plan, on: input.day)
      guard wrong.isEmpty else { throw Problem.misstated(name) }
      let violations = try input.violations(in: plan).filter { !$0.decided }
      var totals = ImpactTotals(of: plan, on: input.day)
      totals.brokenRules = violations.count
      columns.append(
        ImpactColumn(
          id: name, title: Bilingual(fr: name, en: name), impact: Impact(totals, factors: factors)))
      broken[name] = violations.map { ViolationView($0, language) }
    }
    comparison = ImpactDocument(columns, baselines: Baseline.allCases, factors: factors)
    violations = broken
  }
}

extension Problem {
  fileprivate static func misstated(_ name: String) -> Problem {
    var problem = Problem(.invalid)
    problem.faults = [
      Fault(
        code: "misstated", place: FaultPlace(file: "request", pointer: "/" + name), field: name,
        value: "",
        cause: Bilingual(
          fr: "Les kilomètres de ce plan ne sont pas la somme de ceux de ses arrêts.",
          en: "The kilometres of this plan are not the sum of those of its stops."),
        remedy: Bilingual(
          fr: "Envoyez le plan tel que Camin l’a écrit.", en: "Send the plan as Camin wrote it."))
    ]
    return problem
  }
}

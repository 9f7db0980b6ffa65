internal import Desk
internal import DialARide
internal import Interchange
internal import Planning
internal import Verification

/// The exact checker on a solution file of an instance: its routes, the numbers it states, and its bound.
struct SolutionCheck {
  /// Rules that the routes break.
  let violations: [Violation]
  /// Numbers of the file that are not true.
  let untrue: [StatementFault]
  /// The objective of the routes, as the checker counts it.
  let objective: Double

  var isValid: Bool { violations.allSatisfy(\.obeysLock) && untrue.isEmpty }

  /// - Throws: `Failure` with every fault of how instance or solution are written.
  init(instance: Instance, problem: Problem, solution path: String) throws(Failure) {
    let claimed: ClaimedSolution
    let statement: SolutionStatement
    do throws(Faults) {
      claimed = try SolutionFile.read(path: path, of: instance)
      statement = try SolutionStatement.read(path)
    } catch {
      throw Failure(reading: error)
    }
    violations = Verifier.violations(in: claimed.solution, of: problem)
    let cost = Verifier.cost(of: claimed.solution, in: problem)
    objective = cost.total
    untrue = Self.untrue(
      claimed, statement, cost: cost, stated: instance.statedCost(cost))
  }

  private static func untrue(
    _ claimed: ClaimedSolution, _ statement: SolutionStatement, cost: CostBreakdown, stated: Double
  ) -> [StatementFault] {
    var found: [StatementFault] = []
    func compare(_ field: String, _ value: Double?, with right: Double) {
      guard let value, abs(value - right) > ProvenBound.tolerance * max(1, abs(right)) else {
        return
      }
      found.append(
        StatementFault(
          field: field, value: value, expected: right,
          text: Bilingual(
            fr: "Le fichier annonce un autre nombre que celui de ses tournées.",
            en: "The file states another number than its routes have.")))
    }
    compare("cost", claimed.cost, with: stated)
    compare("objective", statement.objective, with: cost.total)
    guard var bound = statement.bound else { return found }
    bound.objective = cost.total
    return found + bound.inconsistencies.map { StatementFault($0, of: bound) }
  }
}

/// A number in a file that cannot be true.
struct StatementFault: Encodable {
  let field: String
  let value: Double
  var expected: Double?
  let text: Bilingual

  init(field: String, value: Double, expected: Double?, text: Bilingual) {
    self.field = field
    self.value = value
    self.expected = expected
    self.text = text
  }

  /// What contradicts itself in what is said to be proven.
  init(_ inconsistency: ProvenBound.Inconsistency, of bound: ProvenBound) {
    switch inconsistency {
    case .notANumber:
      self.init(
        field: "lowerBound", value: bound.lowerBound, expected: nil,
        text: Bilingual(
          fr: "Borne et écart doivent être des nombres positifs.",
          en: "Bound and gap must be numbers of at least zero."))
    case .boundAboveObjective:
      self.init(
        field: "lowerBound", value: bound.lowerBound, expected: bound.objective,
        text: Bilingual(
          fr: "La borne inférieure dépasse l’objectif : elle ne peut être vraie.",
          en: "The lower bound is above the objective: it cannot be true."))
    case .wrongGap(let expected):
      self.init(
        field: "gap", value: bound.gap, expected: expected,
        text: Bilingual(
          fr: "L’écart n’est pas (objectif - borne) / objectif.",
          en: "The gap is not (objective - bound) / objective."))
    case .optimalWithGap:
      self.init(
        field: "optimal", value: bound.gap, expected: 0,
        text: Bilingual(
          fr: "Le résultat est dit optimal malgré un écart.",
          en: "The result is called optimal in spite of a gap."))
    }
  }

  /// The same as a broken rule of a plan.
  var violation: PlanViolation {
    PlanViolation(rule: "proof", value: value, limit: expected, text: text)
  }

  /// One line.
  func line(_ language: Language) -> String {
    let colon = say(fr: " : ", en: ": ")
    let found = say(fr: "Constaté", en: "Found") + colon + Figures.decimals(value, 6)
    let right = expected.map {
      say(fr: " ; attendu", en: "; expected") + colon + Figures.decimals($0, 6)
    }
    return "[\(field)] \(text[language])\n    \(found)\(right ?? "")\n"
  }
}

extension Violation {
  /// One line in which things are called by their numbers in the instance.
  func line(_ problem: Problem) -> String {
    var parts: [String] = []
    if let vehicle, problem.vehicles.indices.contains(vehicle) {
      parts.append(say(fr: "véhicule ", en: "vehicle ") + problem.vehicles[vehicle].id)
    }
    let names = requests.filter(problem.draft.requests.indices.contains)
      .map { problem.draft.requests[$0].id }
    if !names.isEmpty {
      parts.append(say(fr: "demandes ", en: "requests ") + names.joined(separator: ", "))
    }
    if let value { parts.append(say(fr: "constaté ", en: "found ") + Figures.decimals(value, 3)) }
    if let limit { parts.append(say(fr: "limite ", en: "limit ") + Figures.decimals(limit, 3)) }
    if obeysLock { parts.append(say(fr: "décidé (verrou)", en: "decided (lock)")) }
    return "[\(rule.rawValue)] " + parts.joined(separator: " · ") + "\n"
  }
}

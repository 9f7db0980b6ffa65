internal import Desk
internal import Interchange
internal import Planning

/// A request that names a day of the server's in place of bringing it: `{"day": "2026-11-25"}`.
struct DayReference {
  static let key = "day"
  private static let sign = Array("\"\(key)\"".utf8)

  /// What it names; whether that is a date is looked into later.
  let day: JSONItem
  /// What else the request holds.
  let others: [String: JSONItem]

  /// - Returns: `nil` where the body brings a scenario, or is no request at all.
  init?(_ body: [UInt8]) {
    guard body.contains(Self.sign),
      case .object(var members)? = JSONItem(json: body),
      let day = members.removeValue(forKey: Self.key),
      members["scenario"] == nil, members["territory"] == nil
    else { return nil }
    self.day = day
    others = members
  }

  /// - Throws: `Problem` where it is no date.
  func date() throws(Problem) -> PlanDate {
    guard case .string(let text) = day, let date = PlanDate(text) else {
      throw .badDay(
        day,
        Bilingual(fr: "Ce n’est pas une date.", en: "This is no date."),
        Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD."))
    }
    return date
  }

  /// The request as it would be sent by somebody who brings the day.
  func body(_ documents: [String: String]) -> [UInt8] {
    var members = others.mapValues { JSONText.line($0) }
    members.merge(documents) { own, _ in own }
    let texts = members.sorted { $0.key < $1.key }
      .map { JSONText.line(.string($0.key)) + ":" + $0.value }
    return Array(("{" + texts.joined(separator: ",") + "}").utf8)
  }

  /// The body's schema: what a request of the kind brings, or the name of a day.
  static func schema(besides kind: JobKind) -> JSONItem {
    let form = RequestForm.of(kind)
    let named = RequestForm(
      required: [], optional: (form.required + form.optional).filter { $0 != .scenario })
    guard case .object(var members) = APISchemas.body(named),
      case .object(var properties)? = members["properties"]
    else { preconditionFailure("the schema of a body is one of an object") }
    properties[key] = DaySchemas.date
    members["properties"] = .object(properties)
    members["required"] = [.string(key)]
    return ["anyOf": [APISchemas.body(form), .object(members)]]
  }
}

extension PlanningService {
  /// The request with the day that it names; one that brings its own stays as it is.
  func spelledOut(_ body: [UInt8], _ kind: JobKind, for caller: Caller) throws -> [UInt8] {
    guard let reference = DayReference(body) else { return body }
    guard caller.scopes.contains(.days) else { throw Problem.lacks(.days) }
    let date = try reference.date()
    var documents = ["scenario": ScenarioDocument.text(try day(date).scenario)]
    if kind == .replan, reference.others["previous"] == nil {
      documents["previous"] = try told(date)
    }
    return reference.body(documents)
  }

  /// The document of the plan that people were told of a day.
  private func told(_ date: PlanDate) throws -> String {
    do {
      guard let plan = try settings.days?.told(date) else {
        throw Problem.badDay(
          .string(date.text),
          Bilingual(
            fr: "Aucun plan de ce jour n’a été annoncé.", en: "No plan of this day was told."),
          Bilingual(
            fr: "Publiez-le, ou donnez le plan annoncé (previous).",
            en: "Publish it, or give the plan told (previous)."))
      }
      return try PlanDocument.text(plan)
    } catch {
      throw Problem(any: error, base: "")
    }
  }
}

extension Problem {
  /// What the key does not allow.
  static func lacks(_ scope: Scope) -> Problem {
    Problem(
      .forbidden, fr: "Il faut le droit « \(scope.rawValue) ».",
      en: "The scope “\(scope.rawValue)” is needed.")
  }

  fileprivate static func badDay(_ day: JSONItem, _ cause: Bilingual, _ remedy: Bilingual)
    -> Problem
  {
    var problem = Problem(.invalid)
    problem.faults = [
      Fault(
        code: "bad-day", place: FaultPlace(file: "request", pointer: "/" + DayReference.key),
        field: DayReference.key, value: JSONText.line(day), cause: cause, remedy: remedy)
    ]
    return problem
  }
}

internal import Interchange
internal import PlanStore

/// The schemas that the OpenAPI document refers to. Those of scenarios and plans are the published ones.
enum APISchemas {
  static func reference(_ name: String) -> String { "#/components/schemas/" + name }

  static func to(_ name: String) -> JSONItem { ["$ref": .string(reference(name))] }

  static var all: [String: JSONItem] {
    var all = own
    all["Scenario"] = placed(PublishedSchema.scenario.item)
    all["Plan"] = placed(PublishedSchema.plan.item)
    if case .object(let shared) = PublishedSchema.definitions {
      for (name, schema) in shared { all[name] = placed(schema) }
    }
    return all
  }

  /// A body's schema with its references as they stand in this document.
  static func body(_ form: RequestForm) -> JSONItem { placed(form.schema(reference)) }

  /// A published schema brings its definitions along; here they stand among the components.
  private static func placed(_ item: JSONItem) -> JSONItem {
    switch item {
    case .array(let items): return .array(items.map(placed))
    case .object(let members):
      return .object(
        Dictionary(
          uniqueKeysWithValues: members.map { key, value in
            if key == "$ref", case .string(let target) = value {
              return (key, .string(target.replacing("#/$defs/", with: reference(""))))
            }
            return (key, placed(value))
          }))
    default: return item
    }
  }

  static func object(
    _ properties: [String: JSONItem], required: [String], about: String = "", isOpen: Bool = false
  ) -> JSONItem {
    var members: [String: JSONItem] = [
      "type": "object", "properties": .object(properties),
      "required": .array(required.map { .string($0) }), "additionalProperties": .bool(isOpen),
    ]
    if !about.isEmpty { members["description"] = .string(about) }
    return .object(members)
  }

  /// RFC 7946.
  static let mapData: JSONItem = [
    "type": "object", "required": ["type", "features"],
    "properties": ["type": ["const": "FeatureCollection"], "features": ["type": "array"]],
  ]

  static func list(_ item: JSONItem) -> JSONItem { ["type": "array", "items": item] }
  static let string: JSONItem = ["type": "string"]
  static let number: JSONItem = ["type": "number"]
  static let count: JSONItem = ["type": "integer", "minimum": 0]
  static let flag: JSONItem = ["type": "boolean"]
  static let moment: JSONItem = ["type": "string", "format": "date-time"]

  private static var own: [String: JSONItem] {
    [
      "Problem": problem, "Fault": fault, "Job": JobSchemas.job, "JobList": JobSchemas.jobs,
      "Validation": AnswerSchemas.validation, "Verdict": AnswerSchemas.verdict,
      "Violation": AnswerSchemas.violation, "Explanation": AnswerSchemas.explanation,
      "Alternatives": AlternativesAnswer.schema,
      "Comparison": AnswerSchemas.comparison, "Quote": AnswerSchemas.quote, "Bilingual": bilingual,
      "DayList": DaySchemas.list, "Day": DaySchemas.day, "KeptPlan": DaySchemas.kept,
      "Offers": OfferSchemas.offers, "Offer": OfferSchemas.offer,
    ]
  }

  private static let bilingual: JSONItem = object(
    ["fr": string, "en": string], required: ["fr", "en"])

  private static var problem: JSONItem {
    object(
      [
        "type": ["type": "string", "format": "uri-reference"], "title": string,
        "status": ["type": "integer"], "detail": string,
        "code": [
          "type": "string", "enum": .array(ProblemKind.allCases.map { .string($0.rawValue) }),
        ],
        "instance": string, "errors": list(to("Fault")), "warnings": list(to("Fault")),
      ], required: ["type", "title", "status", "code"], about: "RFC 9457.")
  }

  private static var fault: JSONItem {
    object(
      [
        "pointer": [
          "type": "string", "description": "JSON pointer (RFC 6901) into the request's body.",
        ],
        "line": ["type": "integer", "minimum": 1], "code": string, "field": string,
        "value": string, "detail": string,
        "hint": ["type": "string", "description": "What would mend it."],
      ], required: ["code", "detail", "hint"])
  }
}

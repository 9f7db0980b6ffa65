internal import Interchange
internal import Planning

/// The body by which a plan is kept: `{"plan": …, "after": 2}`.
struct KeepRequest {
  /// Number of the version that the client knows; `nil`: it does not say.
  let after: Int?
  private let plan: JSONItem

  /// - Throws: `Problem` with all that is wrong with it but for the plan itself.
  init(_ body: [UInt8]) throws(Problem) {
    guard case .object(let members)? = JSONItem(json: body) else { throw Problem(.malformed) }
    var faults: [Fault] = []
    switch members["after"] {
    case nil, .null: after = nil
    case .integer(let number)? where number >= 0: after = number
    case let other?:
      after = nil
      faults.append(
        .member(
          "after", JSONText.line(other),
          Bilingual(fr: "Un nombre entier, 0 ou plus.", en: "A whole number, 0 or more.")))
    }
    plan = members["plan"] ?? .null
    if plan == .null {
      faults.append(
        .member("plan", "", Bilingual(fr: "Donnez le plan.", en: "Give the plan.")))
    }
    guard faults.isEmpty else {
      var problem = Problem(.invalid)
      problem.faults = faults
      throw problem
    }
  }

  /// The request that checks the plan on a day.
  func body(with scenario: String) -> [UInt8] {
    Array("{\"plan\":\(JSONText.line(plan)),\"scenario\":\(scenario)}".utf8)
  }

  static let schema: JSONItem = [
    "type": "object", "required": ["plan"], "additionalProperties": false,
    "properties": ["plan": APISchemas.to("Plan"), "after": APISchemas.count],
  ]
}

extension Fault {
  fileprivate static func member(_ name: String, _ value: String, _ remedy: Bilingual) -> Fault {
    Fault(
      code: "bad-member", place: FaultPlace(file: "request", pointer: "/" + name), field: name,
      value: value,
      cause: Bilingual(fr: "Cette valeur ne convient pas.", en: "This value will not do."),
      remedy: remedy)
  }
}

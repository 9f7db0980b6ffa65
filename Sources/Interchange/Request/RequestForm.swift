/// What a request to the planning API may bring.
public enum RequestPart: String, CaseIterable, Sendable {
  case scenario, options
  /// The plan that is asked about.
  case plan
  /// The plan that people were told.
  case previous
  /// A second plan of the day.
  case other
  /// A leg, a booking or a rider.
  case trip
  /// What a caller asks for.
  case quote
  /// What has happened since the plan was told.
  case events
}

/// What the body of one kind of request must and may hold.
public struct RequestForm: Hashable, Sendable {
  public var required: [RequestPart]
  public var optional: [RequestPart]

  public init(required: [RequestPart], optional: [RequestPart] = []) {
    self.required = required
    self.optional = optional
  }

  var parts: [RequestPart] { required + optional }

  /// Whether the body may be the scenario itself, with nothing around it.
  var mayBeBare: Bool { required == [.scenario] }

  /// JSON Schema of the body; `Scenario` and `Plan` are referred to, and stand beside it.
  ///
  /// - Parameter reference: what a schema of that name is referred to by.
  public func schema(_ reference: (String) -> String) -> JSONItem {
    var properties: [String: JSONItem] = [:]
    for part in parts {
      properties[part.rawValue] =
        switch part {
        case .scenario: ["$ref": .string(reference("Scenario"))]
        case .plan, .previous, .other: ["$ref": .string(reference("Plan"))]
        case .options: RequestOptionFields.set.schema
        case .trip:
          [
            "type": "string", "minLength": 1, "maxLength": 64,
            "description": "Id of a leg, a booking or a rider; without it, all that is not served.",
          ]
        case .quote: QuoteFields.set.schema
        case .events: EventsDocument.schema
        }
    }
    let wrapped: JSONItem = [
      "type": "object", "additionalProperties": false, "properties": .object(properties),
      "required": .array(required.map { .string($0.rawValue) }),
    ]
    guard mayBeBare else { return wrapped }
    return ["anyOf": [wrapped, ["$ref": .string(reference("Scenario"))]]]
  }
}

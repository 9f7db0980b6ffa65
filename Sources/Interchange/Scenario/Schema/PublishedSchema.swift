import Planning

/// The published JSON Schemas (draft 2020-12), made from the same fields by which Camin reads and
/// writes, so that they are always true. The files next to this one are copies for other programs;
/// a test holds them to the code.
public enum PublishedSchema: String, CaseIterable, Sendable {
  case scenario = "scenario-1"
  case plan = "plan-1"
  case certificate = "certificate-1"

  /// Name of the published file.
  public var fileName: String { rawValue + ".schema.json" }

  /// The schema as a JSON document.
  public var text: String {
    var members = content
    members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    members["$id"] = .string("urn:camin:schema:" + rawValue)
    members["$defs"] = Self.definitions
    return JSONText.document(.object(members))
  }

  /// What the schema says, to stand within another document, whose `$defs` must hold `definitions` too.
  public var item: JSONItem { .object(content) }

  private var content: [String: JSONItem] {
    switch self {
    case .scenario: Self.scenarioMembers
    case .plan: Self.planMembers
    case .certificate: Self.certificateMembers
    }
  }

  /// What schemas refer to as `#/$defs/…`.
  public static let definitions: JSONItem = [
    "id": [
      "type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[^\\s|,;\"']+$",
      "description": "A short code without spaces; never a name.",
    ],
    "time": [
      "type": "string", "pattern": "^([0-3][0-9]|4[0-7]):[0-5][0-9](:[0-5][0-9])?$",
      "description": "Wall clock time; 25:30 is half past one of the following day.",
    ],
  ]

  private static var scenarioMembers: [String: JSONItem] {
    let places = PlaceIndex.unavailable
    func list(_ item: JSONItem) -> JSONItem { ["type": "array", "items": item] }
    return [
      "title": "Camin scenario", "type": "object", "additionalProperties": false,
      "description": "One day to plan, by pseudonyms and need codes. Durations are in minutes.",
      "required": ["territory"],
      "properties": [
        "$schema": ["type": "string"],
        "territory": TerritoryFields.set.schema,
        "places": list(PlaceFields.set.schema),
        "riders": list(RiderFields.set(places).schema),
        "bookings": list(booking(places)),
        "standing": list(standing(places)),
        "volunteers": list(VolunteerFields.set(places).schema),
        "vehicles": list(VehicleFields.set(places).schema),
        "availability": list(availability(places)),
        "locks": list(LockFields.set.schema),
        "lines": list(LineFields.set(places).schema),
        "profiles": list(ProfileFields.set.schema),
      ],
    ]
  }

  private static func booking(_ places: PlaceIndex) -> JSONItem {
    let leg = LegFields.set(places).schemaMembers()
      .adding(property: "anchor", AnchorFields.schema)
    return .object(
      BookingFields.set.schemaMembers().adding(
        property: "legs", ["type": "array", "minItems": 1, "items": .object(leg)]))
  }

  private static func standing(_ places: PlaceIndex) -> JSONItem {
    guard case .object(var members) = booking(places),
      case .object(let pattern) = StandingFields.set.schema,
      case .object(let ride)? = members["properties"],
      case .object(let days)? = pattern["properties"]
    else { return booking(places) }
    members["properties"] = .object(ride.merging(days) { own, _ in own })
    if case .array(let required)? = members["required"] {
      members["required"] = .array(required + [.string("days")])
    }
    return .object(members)
  }

  private static func availability(_ places: PlaceIndex) -> JSONItem {
    var members = AvailabilityFields.set(places).schemaMembers()
    members["oneOf"] = [
      ["required": ["start", "end"], "properties": ["absent": ["const": false]]],
      [
        "required": ["absent"],
        "properties": [
          "absent": ["const": true], "start": false, "end": false, "last_end": false,
          "end_place": false, "wished_start": false, "wished_end": false,
        ],
      ],
    ]
    return .object(members)
  }

  private static var certificateMembers: [String: JSONItem] {
    var members = CertificateFields.set.schemaMembers()
    members["title"] = "Camin certificate"
    members["description"] = "What a lower bound can be proven again from: see camin prove."
    return members
  }

  private static var planMembers: [String: JSONItem] {
    let date = PlanDate(year: 2000, month: 1, day: 1)
    guard let clock = PlanClock(date: date, timeZone: "UTC") else {
      preconditionFailure("the default time zone is known everywhere")
    }
    var members = PlanFields.set(clock).schemaMembers()
    members["title"] = "Camin plan"
    members["description"] = "Tomorrow's runs, and the bookings that cannot be met, with reasons."
    return members
  }
}

extension [String: JSONItem] {
  /// An object schema with one more required property.
  fileprivate func adding(property key: String, _ schema: JSONItem) -> Self {
    var members = self
    if case .object(var properties) = members["properties"] {
      properties[key] = schema
      members["properties"] = .object(properties)
    }
    if case .array(let required) = members["required"] {
      members["required"] = .array(required + [.string(key)])
    } else {
      members["required"] = [.string(key)]
    }
    return members
  }
}

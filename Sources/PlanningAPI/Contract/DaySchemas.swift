internal import Interchange
internal import PlanStore

/// Schemas of the days that a server holds.
enum DaySchemas {
  private typealias Base = APISchemas

  static let date: JSONItem = [
    "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  ]
  private static let states: JSONItem = [
    "type": "string", "enum": .array(PlanState.allCases.map { .string($0.rawValue) }),
    "description": "How far the plan has come; riders and drivers were told from `published` on.",
  ]
  private static let number: JSONItem = ["type": "integer", "minimum": 1]

  static var list: JSONItem {
    let line = Base.object(
      [
        "date": date,
        "bookings": [
          "type": "integer", "minimum": 0,
          "description": "Written for the day; trips of standing orders are added when it is read.",
        ],
        "plan": orNull(
          Base.object(
            ["number": number, "state": states, "made_at": Base.moment],
            required: ["number", "state", "made_at"])),
      ], required: ["date", "bookings", "plan"])
    return Base.object(["days": Base.list(line)], required: ["days"])
  }

  static var day: JSONItem {
    Base.object(
      [
        "date": date, "scenario": Base.to("Scenario"), "plan": orNull(Base.to("Plan")),
        "kept": orNull(Base.to("KeptPlan")), "warnings": Base.list(Base.to("Fault")),
      ], required: ["date", "scenario", "plan", "kept", "warnings"],
      about: "`plan` is null where there is none, or it was purged.")
  }

  static var kept: JSONItem {
    Base.object(
      [
        "number": number, "state": states, "made_at": Base.moment,
        "stale": [
          "type": "boolean", "description": "The day has changed since the plan was made.",
        ],
      ], required: ["number", "state", "made_at", "stale"])
  }

  private static func orNull(_ schema: JSONItem) -> JSONItem {
    ["anyOf": [schema, ["type": "null"]]]
  }
}

internal import Interchange
internal import PlanStore

/// Schemas of jobs.
enum JobSchemas {
  private typealias Base = APISchemas

  static var job: JSONItem {
    let states = JobRecord.State.allCases.filter { $0 != .erased }
    return Base.object(
      [
        "id": Base.string, "kind": ["type": "string", "enum": ["plan", "replan"]],
        "state": [
          "type": "string", "enum": .array(states.map { .string($0.rawValue) }),
          "description": .string(
            "`complete`: searched to its limits; `stopped`: ended before them, with the best plan so far if there "
              + "was one; `failed`: `failure` says why."),
        ],
        "stopping": [
          "type": "boolean",
          "description": "Its end was asked for; the best so far is being written.",
        ],
        "legs": Base.count, "attempts": Base.count, "submitted_at": Base.moment,
        "started_at": Base.moment, "ended_at": Base.moment,
        "queue_position": [
          "type": "integer", "minimum": 0, "description": "Jobs that are begun before it.",
        ],
        "incumbent": incumbent, "result": figures, "failure": Base.to("Problem"),
        "ended_by": ["type": "string", "enum": ["client", "server"]],
        "warnings": Base.list(Base.to("Fault")),
        "links": [
          "type": "object", "additionalProperties": Base.string,
          "description": "Where to go on from here.",
        ],
      ],
      required: [
        "id", "kind", "state", "stopping", "legs", "attempts", "submitted_at", "warnings", "links",
      ])
  }

  static var jobs: JSONItem { Base.object(["jobs": Base.list(Base.to("Job"))], required: ["jobs"]) }

  private static let gap: JSONItem = [
    "type": "number", "description": "`(objective - lower_bound) / objective`.",
  ]

  private static var incumbent: JSONItem {
    Base.object(
      [
        "objective": Base.number, "lower_bound": Base.number, "gap": gap, "unserved": Base.count,
        "runs": Base.count, "iterations": Base.count, "elapsed": Base.number,
      ], required: ["unserved", "runs", "iterations", "elapsed"],
      about: "The best solution so far, beside what is proven of every solution.")
  }

  private static var figures: JSONItem {
    Base.object(
      [
        "bookings": Base.count, "served_bookings": Base.count, "legs": Base.count,
        "served_legs": Base.count, "runs": Base.count, "kilometres": Base.number,
        "plan_hash": Base.string, "objective": Base.number, "lower_bound": Base.number, "gap": gap,
        "optimal": Base.flag, "iterations": Base.count, "elapsed": Base.number,
      ],
      required: [
        "bookings", "served_bookings", "legs", "served_legs", "runs", "kilometres", "plan_hash",
        "objective", "iterations", "elapsed",
      ])
  }

  static let example: JSONItem = [
    "id": "4v1k7sd0q2m9x8c3h5t6b7n2pa", "kind": "plan", "state": "solving", "stopping": false,
    "legs": 41, "attempts": 1, "submitted_at": "2026-11-25T16:04:10Z",
    "started_at": "2026-11-25T16:04:10Z", "warnings": [],
    "incumbent": [
      "objective": .number(612.4), "lower_bound": .number(588.2), "gap": .number(0.0395),
      "unserved": 2, "runs": 9, "iterations": 18_204, "elapsed": .number(1.8),
    ],
    "links": [
      "self": "/v1/jobs/4v1k7sd0q2m9x8c3h5t6b7n2pa",
      "events": "/v1/jobs/4v1k7sd0q2m9x8c3h5t6b7n2pa/events",
    ],
  ]
}

internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Interchange

/// VROOM's own interface, for frontends that were written for it: they change an address.
struct VroomRoute: Sendable {
  let service: PlanningService

  var endpoints: [Endpoint] { [solve] }

  private var solve: Endpoint {
    Endpoint(
      method: .post, path: "/vroom", id: "vroom", group: .plans,
      summary: "A request in VROOM's language",
      about: """
        Input, output, error codes and integers are VROOM's (1.15, as vroom-express serves it); extensions are extra \
        keys. The article of `Interchange` names them all. The answer comes when the search has ended.
        """,
      scope: .write,
      body: Endpoint.Body(schema: Self.request, example: Self.example),
      answers: [
        answer(200, "Code 0: solved."), answer(400, "Code 2: the input will not do."),
        answer(413, "Code 4: more tasks or vehicles than this server takes."),
        answer(500, "Code 1 or 3: an internal fault, or roads that cannot be had."),
      ]
    ) { call in
      let door = VroomDoor(settings)
      let closing = service.office.closing
      // Searches of these requests are as patient as those of jobs, and end as theirs do once the server ends.
      let reply = try await service.solve.run { door.answer(call.body, stop: closing) }
      return Reply.bytes(
        Array(reply.body.utf8), "application/json",
        status: HTTPResponse.Status(integerLiteral: reply.httpStatus))
    }
  }

  private var settings: VroomDoor.Settings {
    var settings = VroomDoor.Settings()
    settings.roads = service.settings.roads
    settings.cache = service.settings.roadsCache
    settings.longest = min(service.settings.longestWait, service.settings.jobs.longestTime)
    settings.options.threads = service.settings.jobs.threads
    return settings
  }

  private func answer(_ status: Int, _ about: String) -> Endpoint.Answer {
    Endpoint.Answer(
      status: status, about: about,
      content: [Endpoint.Content(type: "application/json", schema: Self.reply)])
  }

  private static var request: JSONItem {
    let list = APISchemas.list(["type": "object"])
    return [
      "type": "object", "required": ["vehicles"],
      "properties": [
        "vehicles": list, "jobs": list, "shipments": list, "matrices": ["type": "object"],
        "options": ["type": "object"],
      ],
    ]
  }

  private static var reply: JSONItem {
    [
      "type": "object", "required": ["code"],
      "properties": [
        "code": ["type": "integer"], "error": APISchemas.string,
        "summary": ["type": "object"], "unassigned": ["type": "array"], "routes": ["type": "array"],
      ],
    ]
  }

  private static let example: JSONItem = [
    "vehicles": [
      ["id": 1, "start_index": 0, "end_index": 0, "capacity": [4]]
    ],
    "shipments": [
      [
        "amount": [1], "pickup": ["id": 1, "location_index": 1],
        "delivery": ["id": 2, "location_index": 2],
      ]
    ],
    "matrices": ["car": ["durations": [[0, 600, 900], [600, 0, 400], [900, 400, 0]]]],
  ]
}

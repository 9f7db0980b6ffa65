internal import HTTPTypes
internal import Hummingbird
internal import Interchange

/// What tells about the server itself.
struct SystemRoutes: Sendable {
  let service: PlanningService

  var endpoints: [Endpoint] { [health, ready, metrics, limits] }

  private var health: Endpoint {
    plain(
      "/healthz", id: "health", summary: "The process answers", type: "text/plain",
      about: "It does."
    ) { _ in Reply.text("ok\n", "text/plain; charset=utf-8") }
  }

  private var ready: Endpoint {
    var endpoint = plain(
      "/readyz", id: "ready", summary: "The server takes requests", type: "text/plain",
      about: "It does."
    ) { _ in
      guard !service.office.isClosed else { throw Problem.closing }
      return Reply.text("ready\n", "text/plain; charset=utf-8")
    }
    endpoint.problems = [.unavailable]
    return endpoint
  }

  private var metrics: Endpoint {
    var endpoint = plain(
      "/metrics", id: "metrics", summary: "Figures for Prometheus", type: "text/plain",
      about: "Text format, version 0.0.4."
    ) { _ in
      Reply.text(service.metrics.text(service.office), "text/plain; version=0.0.4; charset=utf-8")
    }
    endpoint.scope = .metrics
    return endpoint
  }

  private var limits: Endpoint {
    Endpoint(
      method: .get, path: "/v1/limits", id: "getLimits", group: .server,
      summary: "How much the server takes on", scope: .read,
      answers: [
        Endpoint.Answer(
          status: 200, about: "Limits for this caller.",
          content: [Endpoint.Content(type: "application/json", schema: LimitsView.schema)])
      ]
    ) { call in Reply.json(LimitsView(service.settings, mostBytes: call.caller.mostBytes)) }
  }

  private func plain(
    _ path: String, id: String, summary: String, type: String, about: String,
    _ handler: @escaping Endpoint.Handler
  ) -> Endpoint {
    Endpoint(
      method: .get, path: path, id: id, group: .server, summary: summary,
      answers: [
        Endpoint.Answer(
          status: 200, about: about,
          content: [Endpoint.Content(type: type, schema: APISchemas.string)])
      ], handler: handler)
  }
}

/// What `limits` answers.
struct LimitsView: Encodable {
  let mostBytes: Int
  let timeLimit: Double
  let longestTime: Double
  let longestWait: Double
  let threads: Int
  let parallel: Int
  let mostQueued: Int
  let keepHours: Double
  let mostPlaces: Int

  init(_ settings: ServerSettings, mostBytes: Int) {
    self.mostBytes = mostBytes
    timeLimit = settings.jobs.timeLimit
    longestTime = settings.jobs.longestTime
    longestWait = settings.longestWait
    threads = settings.jobs.threads
    parallel = settings.jobs.parallel
    mostQueued = settings.jobs.mostQueuedPerTenant
    keepHours = settings.keepHours
    mostPlaces = settings.jobs.mostPlaces
  }

  static var schema: JSONItem {
    let number = APISchemas.number
    let count = APISchemas.count
    return APISchemas.object(
      [
        "most_bytes": count, "time_limit": number, "longest_time": number, "longest_wait": number,
        "threads": count, "parallel": count, "most_queued": count, "keep_hours": number,
        "most_places": count,
      ],
      required: [
        "most_bytes", "time_limit", "longest_time", "longest_wait", "threads", "parallel",
        "most_queued", "keep_hours", "most_places",
      ])
  }
}

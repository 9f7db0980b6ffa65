internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import PlanStore
internal import Planning

/// Looking at jobs, ending and erasing them.
struct JobRoutes: Sendable {
  let service: PlanningService

  static let id = Endpoint.Parameter(
    name: "id", place: .path, schema: ["type": "string", "pattern": "^[0-9a-z]{26}$"],
    about: "The job.")
  static let known = Endpoint.Parameter(
    name: "If-None-Match", place: .header, schema: ["type": "string"],
    about: "ETag of what the client has already: 304 where nothing has changed.")
  static let unchanged = Endpoint.Answer(status: 304, about: "Nothing has changed.")

  var endpoints: [Endpoint] { [list, status, events, stop] }

  private var list: Endpoint {
    Endpoint(
      method: .get, path: "/v1/jobs", id: "listJobs", group: .plans,
      summary: "The newest jobs of one's own", scope: .read,
      answers: [
        Endpoint.Answer(
          status: 200, about: "At most 100, the newest first.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("JobList"))])
      ]
    ) { call in
      let jobs = service.office.jobs(of: call.tenant, atMost: 100)
        .filter { $0.status.state != .erased }
      return Reply.json(JobListView(jobs: jobs.map { view($0, call) }))
    }
  }

  private var status: Endpoint {
    Endpoint(
      method: .get, path: "/v1/jobs/{id}", id: "getJob", group: .plans,
      summary: "How a job is going",
      scope: .read, parameters: [Self.id, Self.known],
      answers: [
        Endpoint.Answer(
          status: 200, about: "State, incumbent, bound and gap.",
          content: [
            Endpoint.Content(
              type: "application/json", schema: APISchemas.to("Job"), example: JobSchemas.example)
          ], headers: ["ETag": "Changes with the job."]), Self.unchanged,
      ], problems: [.erased]
    ) { call in
      let job = try service.job(call)
      // Others that come or go change its place in the queue, and the language what is read.
      let position = service.office.position(of: job)
      let place = position.map { "-\($0)" } ?? ""
      let tag =
        "\(service.run)-\(job.status.version)\(place)-\(call.request.language.rawValue)"
      return await Reply.tagged(tag, call.request) {
        Reply.bytes(
          job.answer(tag) {
            JSONAnswer.bytes(JobView(job, position: position, call.request.language))
          },
          "application/json")
      }
    }
  }

  private var events: Endpoint {
    Endpoint(
      method: .get, path: "/v1/jobs/{id}/events", id: "watchJob", group: .plans,
      summary: "Progress of a job as server-sent events",
      about: """
        `status` and `done` bring `state`, `incumbent` brings what `incumbent` of the job holds: the best objective \
        beside the bound, to be drawn as it grows. The stream ends with `done`; `Last-Event-ID` takes it up again. A \
        comment every 15 seconds keeps it open.
        """,
      scope: .read,
      parameters: [
        Self.id,
        Endpoint.Parameter(
          name: "Last-Event-ID", place: .header, schema: ["type": "string"],
          about: "The last event that was received."),
      ],
      answers: [
        Endpoint.Answer(
          status: 200, about: "Events until the job is over.",
          content: [Endpoint.Content(type: "text/event-stream", schema: APISchemas.string)])
      ], problems: [.erased]
    ) { call in
      let job = try service.job(call)
      let last = HTTPField.Name("Last-Event-ID").flatMap { call.request.headers[$0] }.flatMap(
        Int.init)
      return EventStream(job: job, closing: service.office.closing).response(after: last ?? 0)
    }
  }

  private var stop: Endpoint {
    Endpoint(
      method: .delete, path: "/v1/jobs/{id}", id: "stopJob", group: .plans,
      summary: "End a job with the best plan so far, or erase it",
      about: """
        A job that waits or runs is ended; the best plan so far stays. One that is over stays as it is. With `erase`, \
        request and result of a job that is over are removed for good.
        """,
      scope: .write,
      parameters: [
        Self.id,
        Endpoint.Parameter(
          name: "erase", place: .query, schema: ["type": "boolean"],
          about: "`true`: remove request and result."),
      ],
      answers: [
        Endpoint.Answer(
          status: 200, about: "The job, over or about to be.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("Job"))]),
        Endpoint.Answer(status: 204, about: "Erased."),
      ], problems: [.noResult, .erased]
    ) { call in
      let job = try service.job(call)
      guard try call.flag("erase") else {
        try await service.desk.run { [service] in try service.stop(job) }
        return Reply.json(view(job, call))
      }
      guard job.status.state.isOver else {
        throw Problem(
          .noResult, fr: "Le calcul n’est pas fini : arrêtez-le d’abord.",
          en: "The job is not over: end it first.")
      }
      try await service.desk.run { [service] in try service.erase(job) }
      return Reply.nothing
    }
  }

  private func view(_ job: Job, _ call: Call) -> JobView {
    JobView(job, position: service.office.position(of: job), call.request.language)
  }
}

extension PlanningService {
  /// The job that a request names.
  ///
  /// - Throws: `Problem` where there is none that the caller may see, or it was erased.
  func job(_ call: Call) throws(Problem) -> Job {
    guard let job = office.job(call.parameter("id"), of: call.tenant) else {
      throw Problem(.notFound)
    }
    guard job.status.state != .erased else { throw Problem(.erased) }
    return job
  }
}

extension Call {
  /// A parameter of the query that is `true` or `false`; false where it is not there.
  func flag(_ name: Substring) throws(Problem) -> Bool {
    switch request.uri.queryParameters[name] {
    case nil, "false": return false
    case "true": return true
    default:
      throw Problem(
        .badRequest, fr: "\(name) est « true » ou « false ».", en: "\(name) is “true” or “false”.")
    }
  }
}

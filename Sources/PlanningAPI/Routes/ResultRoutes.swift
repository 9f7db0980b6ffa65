internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import PlanStore
internal import Planning
internal import Reporting

/// What came of a job, in the forms that people and programs want.
struct ResultRoutes: Sendable {
  let service: PlanningService

  /// One form of a result.
  private struct Form: Sendable {
    let name: String
    let id: String
    let summary: String
    let type: String
    let schema: JSONItem
    /// The answer is a page that brings its own script and style.
    var isPage = false
    let text: @Sendable (JobPapers) throws -> String
  }

  private static let forms = [
    Form(
      name: "geojson", id: "getGeoJSON", summary: "The runs as map data (RFC 7946)",
      type: "application/geo+json",
      schema: APISchemas.mapData
    ) { try $0.report().mapData },
    Form(
      name: "summary", id: "getSummary", summary: "The plan in a few lines",
      type: "text/plain; charset=utf-8", schema: ["type": "string"]
    ) { try $0.report().summary },
    Form(
      name: "page", id: "getPage",
      summary: "The plan as one page: map, day, unserved bookings, a sheet a driver to print",
      type: "text/html; charset=utf-8", schema: ["type": "string"], isPage: true
    ) { try $0.report(forPage: true).page },
    Form(
      name: "sheets", id: "getSheets",
      summary: "What people are handed, as one page to print: a sheet a driver, call list, summary",
      type: "text/html; charset=utf-8", schema: ["type": "string"], isPage: true
    ) { try $0.sheets() },
    Form(
      name: "runs", id: "getRuns", summary: "The runs as a table, one row a stop",
      type: "text/csv; charset=utf-8", schema: ["type": "string"]
    ) { try $0.report().runsTable },
  ]

  var endpoints: [Endpoint] { [plan] + Self.forms.map(report) }

  private var plan: Endpoint {
    endpoint(
      "result", id: "getResult", summary: "The plan", type: "application/json",
      schema: APISchemas.to("Plan"), example: Examples.plan
    ) { call, job in
      let bytes = try await service.desk.run { [service] in try service.file.result(of: job.id) }
      guard let bytes else { throw Problem(.noResult) }
      return Reply.bytes(bytes, "application/json")
    }
  }

  private func report(_ form: Form) -> Endpoint {
    endpoint(form.name, id: form.id, summary: form.summary, type: form.type, schema: form.schema) {
      call, job in
      let language = call.request.language
      let text = try await service.study.run { [service] in
        try form.text(JobPapers(service: service, job: job, language: language))
      }
      var headers: HTTPFields = [.contentLanguage: language.rawValue]
      if form.isPage { headers[.contentSecurityPolicy] = StaticPages.inlinePolicy }
      return Reply.text(text, form.type, headers: headers)
    }
  }

  private func endpoint(
    _ name: String, id: String, summary: String, type: String, schema: JSONItem,
    example: JSONItem? = nil,
    _ answer: @escaping @Sendable (Call, Job) async throws -> Response
  ) -> Endpoint {
    let media = String(type.prefix { $0 != ";" })
    return Endpoint(
      method: .get, path: "/v1/jobs/{id}/" + name, id: id, group: .plans, summary: summary,
      scope: .read, parameters: [JobRoutes.id, JobRoutes.known],
      answers: [
        Endpoint.Answer(
          status: 200, about: summary + ".",
          content: [Endpoint.Content(type: media, schema: schema, example: example)],
          headers: ["ETag": "Names the content."]), JobRoutes.unchanged,
      ], problems: [.noResult, .erased]
    ) { call in
      let job = try service.job(call)
      let status = job.status
      guard let hash = status.resultHash else { throw Self.nothing(status) }
      let tag = hash + (name == "result" ? "" : "-\(name)-\(call.request.language.rawValue)")
      return try await Reply.tagged(tag, call.request) { try await answer(call, job) }
    }
  }

  private static func nothing(_ status: Job.Status) -> Problem {
    switch status.state {
    case .queued, .solving:
      return Problem(.noResult, fr: "Le calcul n’est pas fini.", en: "The job is not over.")
    case .failed:
      return Problem(
        .noResult, fr: "Le calcul a échoué ; son état dit pourquoi.",
        en: "The job has failed; its status says why.")
    default:
      return Problem(
        .noResult, fr: "Le calcul a été arrêté avant d’avoir un plan.",
        en: "The job was ended before it had a plan.")
    }
  }
}

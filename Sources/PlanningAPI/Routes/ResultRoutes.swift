internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import PlanStore
internal import Planning
internal import Reporting
internal import TravelTimes

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
    let text: @Sendable (PlanReport) -> String
  }

  private static let forms = [
    Form(
      name: "geojson", id: "getGeoJSON", summary: "The runs as map data (RFC 7946)",
      type: "application/geo+json",
      schema: [
        "type": "object", "required": ["type", "features"],
        "properties": ["type": ["const": "FeatureCollection"], "features": ["type": "array"]],
      ]
    ) { $0.mapData },
    Form(
      name: "summary", id: "getSummary", summary: "The plan in a few lines",
      type: "text/plain; charset=utf-8", schema: ["type": "string"]
    ) { $0.summary },
    Form(
      name: "page", id: "getPage",
      summary: "The plan as one page: map, day, unserved bookings, a sheet a driver to print",
      type: "text/html; charset=utf-8", schema: ["type": "string"]
    ) { $0.page },
    Form(
      name: "sheets", id: "getSheets", summary: "The runs as a table, one row a stop",
      type: "text/csv; charset=utf-8", schema: ["type": "string"]
    ) { $0.runsTable },
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
        form.text(try service.report(job, language, forPage: form.name == "page"))
      }
      var headers: HTTPFields = [.contentLanguage: language.rawValue]
      // The page brings its own script and style, and a stricter policy with them.
      if form.name == "page" { headers[.contentSecurityPolicy] = StaticPages.inlinePolicy }
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

extension PlanningService {
  /// What people read of a job's plan; roads are drawn where the server has some.
  func report(_ job: Job, _ language: Language, forPage: Bool) throws -> PlanReport {
    guard let body = try file.request(of: job.id), let document = try file.result(of: job.id) else {
      throw Problem(.noResult)
    }
    let request = try PlanningRequest.checked(body, .of(job.kind))
    let plan = try PlanDocument.read(json: document).plan
    return report(plan, of: request, language, forPage: forPage)
  }

  /// The same of a plan of the request's day.
  func report(
    _ plan: Plan, of request: PlanningRequest, _ language: Language, forPage: Bool
  ) -> PlanReport {
    PlanReport(
      plan: plan, scenario: request.scenario, language: language, roads: lines(of: plan, request),
      alternatives: forPage ? alternatives(of: request) : nil)
  }

  /// A source of roads that has fallen silent since is no reason to show nothing.
  private func lines(of plan: Plan, _ request: PlanningRequest) -> RoadLines? {
    guard let source = settings.roads, let rules = try? RuleBook(for: request.scenario),
      let travel = try? DayTravel(request.scenario, rules, source, cache: settings.roadsCache),
      let roads = travel.roads
    else { return nil }
    return try? RoadLines(
      of: plan, in: request.scenario, on: roads, named: travel.provenance.source)
  }
}

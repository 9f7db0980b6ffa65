internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import PlanStore
internal import Planning

/// Asking for plans.
struct PlanRoutes: Sendable {
  let service: PlanningService

  var endpoints: [Endpoint] {
    [
      endpoint(
        "/v1/plans", .plan, id: "createPlan", summary: "Plan a day", Examples.planning,
        about: """
          The body is a scenario, alone or with options; or it names a `day` that the server holds, e.g. \
          `{"day": "2026-11-25"}`, which needs the scope `day:read` too.
          """),
      endpoint(
        "/v1/replan", .replan, id: "createReplan",
        summary: "Plan anew a day that people were told", Examples.replanning,
        about: """
          The search starts from the plan told; each change for a rider or driver told has a price, and the plan says \
          whom to tell what. With `events` (somebody falls ill, a vehicle breaks down, a rider cancels, a late booking) the \
          plan is mended, and what was driven before `now` stays. Of a `day` that the server holds, the plan told is known.
          """),
    ]
  }

  private func endpoint(
    _ path: String, _ kind: JobKind, id: String, summary: String, _ example: JSONItem,
    about: String
  ) -> Endpoint {
    Endpoint(
      method: .post, path: path, id: id, group: .plans, summary: summary, about: about,
      scope: .write, parameters: [Self.wait, Self.prefer, Self.key],
      body: Endpoint.Body(schema: DayReference.schema(besides: kind), example: example),
      answers: [
        Endpoint.Answer(
          status: 200, about: "The plan, where the client has waited for it long enough.",
          content: [Endpoint.Content(type: "application/json", schema: APISchemas.to("Plan"))],
          headers: [
            "Content-Location": "The result.", "Preference-Applied": "How long was waited at most.",
          ]),
        Endpoint.Answer(
          status: 202, about: "Accepted: it will be done even if the server ends meanwhile.",
          content: [
            Endpoint.Content(
              type: "application/json", schema: APISchemas.to("Job"), example: JobSchemas.example)
          ],
          headers: [
            "Location": "The job.", "Retry-After": "Seconds after which to look again.",
            "Idempotency-Replayed": "`true` where the job was accepted before.",
          ]),
      ],
      problems: [.notFound, .keyReused, .queueFull, .erased, .noResult]
    ) { call in try await accept(call, kind) }
  }

  private static let wait = Endpoint.Parameter(
    name: "wait", place: .query, schema: ["type": "number", "minimum": 0],
    about: "Seconds to wait for the result, for small days; the server has a limit.")

  private static let prefer = Endpoint.Parameter(
    name: "Prefer", place: .header, schema: ["type": "string"],
    about: "`wait=10`: the same as a preference (RFC 7240).")

  private static let key = Endpoint.Parameter(
    name: "Idempotency-Key", place: .header,
    schema: ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"],
    about: """
      The same key with the same body is the same job, however often it is sent; with another body it is refused \
      (draft-ietf-httpapi-idempotency-key-header). Remembered as long as the job is.
      """)

  private func accept(_ call: Call, _ kind: JobKind) async throws -> Response {
    let wait = try call.request.wait(atMost: service.settings.longestWait)
    let key = try idempotencyKey(call.request)
    let accepted = try await accepted(call, kind, key)
    if let wait {
      await accepted.job.waitForEnd(wait, closing: service.office.closing)
      if let answer = try await plan(accepted.job, call, wait) { return answer }
    }
    return acceptance(accepted.job, isRepeated: accepted.isRepeated, call)
  }

  private func accepted(
    _ call: Call, _ kind: JobKind, _ key: String?
  ) async throws -> (job: Job, isRepeated: Bool) {
    let service = service
    let fingerprint = try await service.reader.run { service.fingerprint(call.body, kind) }
    if let key {
      let earlier = try await service.desk.run {
        try service.earlier(fingerprint, of: call.tenant, key: key)
      }
      if let earlier { return (earlier, true) }
    }
    let asked = try await service.reader.run {
      try service.read(call.body, kind, from: call.caller, key: key, fingerprint: fingerprint)
    }
    return try await service.desk.run { try service.accept(asked) }
  }

  private func idempotencyKey(_ request: Request) throws(Problem) -> String? {
    guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
      return nil
    }
    guard (1...255).contains(key.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Problem(
        .badRequest, fr: "Idempotency-Key : de 1 à 255 caractères ASCII sans espace.",
        en: "Idempotency-Key: 1 to 255 ASCII characters without spaces.")
    }
    return key
  }

  /// The plan, if the job has ended; a failed job is told as its problem.
  private func plan(_ job: Job, _ call: Call, _ wait: Double) async throws -> Response? {
    let status = job.status
    guard status.state.isOver else { return nil }
    if let reason = status.outcome?.reason { throw reason.problem }
    guard
      let bytes = try await service.desk.run({ [service] in try service.file.result(of: job.id) })
    else { throw Problem(.noResult) }
    var response = Reply.bytes(bytes, "application/json")
    response.headers[.contentLocation] = "/v1/jobs/\(job.id)/result"
    response.headers[HTTPField.Name.preferenceApplied] = "wait=\(Int(wait))"
    return response
  }

  private func acceptance(_ job: Job, isRepeated: Bool, _ call: Call) -> Response {
    let view = JobView(job, position: service.office.position(of: job), call.request.language)
    var headers: HTTPFields = [.location: "/v1/jobs/" + job.id, .retryAfter: "1"]
    if isRepeated { headers[HTTPField.Name.idempotencyReplayed] = "true" }
    return Reply.json(view, status: .accepted, headers: headers)
  }
}

extension HTTPField.Name {
  fileprivate static let preferenceApplied = known("Preference-Applied")
  fileprivate static let idempotencyReplayed = known("Idempotency-Replayed")

  /// A name that is well formed.
  static func known(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
    return field
  }
}

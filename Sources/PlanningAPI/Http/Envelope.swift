internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// What stands around every request: who may ask, what becomes of errors, headers, the log and the figures.
struct Envelope: RouterMiddleware {
  typealias Context = APIContext

  let service: PlanningService
  let paths: PathTable
  let guardian: OriginGuard
  let headers: AnswerHeaders
  private let clock = ContinuousClock()

  init(_ service: PlanningService, paths: PathTable) {
    self.service = service
    self.paths = paths
    guardian = OriginGuard(settings: service.settings, ring: service.ring)
    headers = AnswerHeaders(isSecure: service.settings.tls != nil)
  }

  func handle(
    _ request: Request, context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    let begin = clock.now
    var site: String?
    var response: Response
    do {
      site = try guardian.admit(request)
      if let answer = guardian.preflight(request, from: site) {
        response = answer
      } else {
        response = try await next(request, context)
      }
    } catch {
      let found = problem(error, request, context)
      response = found.response(request.language, request: context.requestID)
      // What was not read would be taken for the next request.
      if !context.trace.hasBody, request.sendsMuch || found.kind == .tooSlow {
        response.headers[.connection] = "close"
        context.closeConnection()
      }
    }
    headers.add(to: &response, request: context.requestID, site: site)
    // Problems have bodies too, which the connection would take for the next answer.
    if request.method == .head { response = response.createHeadResponse() }
    note(response, request, context, since: begin)
    return response
  }

  private func problem(_ error: any Error, _ request: Request, _ context: APIContext) -> Problem {
    switch error {
    case let error as any HTTPResponseError:
      switch error.status {
      case .notFound: return paths.problem(for: request)
      case .contentTooLarge: return Problem(.tooLarge)
      default: return Problem(.badRequest)
      }
    default:
      let problem = Problem(any: error, base: "")
      if problem.kind == .internalError {
        // The kind of error, never its words: they may hold what was asked.
        context.logger.error(
          "internal error",
          metadata: ["request": "\(context.requestID)", "kind": "\(type(of: error))"])
      }
      return problem
    }
  }

  private func note(
    _ response: Response, _ request: Request, _ context: APIContext,
    since begin: ContinuousClock.Instant
  ) {
    let seconds = begin.duration(to: clock.now) / .seconds(1)
    let route = context.endpointPath ?? "none"
    let method = request.method.rawValue
    service.metrics.note(
      method: Self.known.contains(request.method) ? method : "other", route: route,
      status: response.status.code, seconds: seconds)
    context.logger.info(
      "request",
      metadata: [
        "request": "\(context.requestID)", "method": "\(method)", "route": "\(route)",
        "status": "\(response.status.code)", "ms": "\(Int(seconds * 1000))",
        "key": "\(context.trace.key ?? "-")",
      ])
  }

  /// Anything else would let clients grow the figures without end.
  private static let known: Set<HTTPRequest.Method> = [
    .get, .post, .delete, .head, .options, .put, .patch,
  ]
}

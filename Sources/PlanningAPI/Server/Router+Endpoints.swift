internal import HTTPTypes
internal import Hummingbird

extension Router<APIContext> {
  /// Registers endpoints: each request is let in, its body read, before its handler sees it.
  func add(_ endpoints: [Endpoint], _ service: PlanningService) {
    for endpoint in endpoints {
      on(RouterPath(stringLiteral: endpoint.path), method: endpoint.method) { request, context in
        try await endpoint.answer(request, context, service)
      }
    }
  }
}

extension Endpoint {
  fileprivate func answer(
    _ request: Request, _ context: APIContext, _ service: PlanningService
  ) async throws -> Response {
    let caller = try admit(request, context, service)
    guard body != nil else {
      return try await handler(Call(request: request, context: context, caller: caller, body: []))
    }
    let limit = caller.mostBytes
    return try await service.intake.holding(
      expected(request, atMost: limit),
      reading: {
        try await service.intake.read(
          request.body, atMost: limit, seconds: service.settings.bodyPatience)
      },
      { bytes in
        context.trace.hasBody = true
        return try await handler(
          Call(request: request, context: context, caller: caller, body: bytes))
      })
  }

  private func admit(
    _ request: Request, _ context: APIContext, _ service: PlanningService
  ) throws(Problem) -> Caller {
    guard let scope else { return .local(mostBytes: service.settings.mostBytes) }
    let caller = try service.ring.caller(request.headers[.authorization])
    context.trace.key = caller.key
    guard caller.scopes.contains(scope) else { throw .lacks(scope) }
    return caller
  }

  /// Bytes to hold for a body before it is read.
  ///
  /// - Throws: `Problem` where it is of another kind, or says that it is larger than may be.
  private func expected(_ request: Request, atMost limit: Int) throws(Problem) -> Int {
    guard request.bringsJSON else {
      throw Problem(
        .unsupportedType, fr: "Envoyez « Content-Type: application/json ».",
        en: "Send “Content-Type: application/json”.")
    }
    if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
      throw Problem(
        .unsupportedType, fr: "Le corps doit venir sans compression.",
        en: "The body must come uncompressed.")
    }
    guard let length = request.headers[.contentLength].flatMap(Int.init) else { return limit }
    guard length <= limit else { throw .tooLarge(limit) }
    return max(0, length)
  }
}

internal import HTTPTypes
internal import Hummingbird

extension Router<APIContext> {
  /// Registers endpoints: each request is let in, its body read, before its handler sees it.
  func add(_ endpoints: [Endpoint], _ service: PlanningService) {
    for endpoint in endpoints {
      on(RouterPath(stringLiteral: endpoint.path), method: endpoint.method) { request, context in
        try await endpoint.handler(endpoint.admit(request, context, service))
      }
    }
  }
}

extension Endpoint {
  fileprivate func admit(
    _ request: Request, _ context: APIContext, _ service: PlanningService
  ) async throws -> Call {
    let caller: Caller
    if let scope {
      caller = try service.ring.caller(request.headers[.authorization])
      context.trace.key = caller.key
      guard caller.scopes.contains(scope) else {
        throw Problem.lacks(scope)
      }
    } else {
      caller = .local(mostBytes: service.settings.mostBytes)
    }
    return Call(
      request: request, context: context, caller: caller,
      body: try await body(of: request, atMost: caller.mostBytes))
  }

  private func body(of request: Request, atMost limit: Int) async throws -> [UInt8] {
    guard body != nil else { return [] }
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
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw Problem.tooLarge(limit)
    }
    do {
      return Array(buffer: try await request.body.collect(upTo: limit))
    } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
      throw Problem.tooLarge(limit)
    }
  }
}

extension Problem {
  fileprivate static func tooLarge(_ limit: Int) -> Problem {
    Problem(.tooLarge, fr: "Au plus \(limit) octets.", en: "At most \(limit) bytes.")
  }
}

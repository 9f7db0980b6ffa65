internal import HTTPTypes
internal import Hummingbird

/// Which browsers' pages, and which names of the server, requests may come by.
///
/// A server without keys trusts its machine; a page that the machine's browser shows must not use that trust: neither
/// by a request to another site (`Origin`), nor by a name that leads to the machine all of a sudden (`Host`).
struct OriginGuard: Sendable {
  let settings: ServerSettings
  let ring: KeyRing

  /// - Returns: the other site whose page may read the answer; `nil`: none.
  func admit(_ request: Request) throws(Problem) -> String? {
    if !ring.isInUse, let authority = request.head.authority,
      !ServerSettings.localHosts.contains(Self.host(authority)),
      !Self.host(authority).hasPrefix("127.")
    {
      throw Problem(
        .otherHost, fr: "Sans clé, il répond à localhost seulement.",
        en: "Without keys it answers to localhost alone.")
    }
    guard let origin = request.headers[.origin] else { return nil }
    if settings.origins.contains(origin) { return origin }
    let own = request.head.authority.map { ["http://" + $0, "https://" + $0] } ?? []
    guard own.contains(origin) else {
      throw Problem(
        .foreignOrigin, fr: "Admettez ce site avec --allow-origin.",
        en: "Admit this site with --allow-origin.")
    }
    return nil
  }

  /// What a browser asks before it lets a page of another site send something; `nil`: this is no such question.
  func preflight(_ request: Request, from site: String?) -> Response? {
    guard request.method == .options, site != nil,
      request.headers[.accessControlRequestMethod] != nil
    else { return nil }
    return Response(
      status: .noContent,
      headers: [
        .accessControlAllowMethods: "GET, POST, DELETE",
        .accessControlAllowHeaders:
          "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-None-Match, Last-Event-ID, Prefer",
        .accessControlMaxAge: "600",
      ])
  }

  private static func host(_ authority: String) -> String {
    if authority.hasPrefix("[") { return authority.prefix { $0 != "]" } + "]" }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }
}

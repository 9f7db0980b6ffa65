internal import HTTPTypes
internal import Hummingbird

/// What every answer says to browsers and caches.
struct AnswerHeaders: Sendable {
  let isSecure: Bool

  private static let requestID = HTTPField.Name.known("X-Request-Id")
  private static let referrerPolicy = HTTPField.Name.known("Referrer-Policy")
  /// Nothing of an answer is to be run or framed, unless its endpoint says so.
  private static let policy = "default-src 'none'; frame-ancestors 'none'"

  /// - Parameter site: another site whose page may read the answer.
  func add(to response: inout Response, request id: String, site: String?) {
    var headers = response.headers
    headers[Self.requestID] = id
    headers[.xContentTypeOptions] = "nosniff"
    headers[Self.referrerPolicy] = "no-referrer"
    headers[.crossOriginResourcePolicy] = site == nil ? "same-origin" : "cross-origin"
    if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = Self.policy }
    // What has a tag may be kept, to be asked for again; all else is about people and days.
    if headers[.cacheControl] == nil {
      headers[.cacheControl] = headers[.eTag] == nil ? "no-store" : "private, no-cache"
    }
    headers[.vary] = "Accept-Language, Authorization, Origin"
    if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
    if let site {
      headers[.accessControlAllowOrigin] = site
      headers[.accessControlExposeHeaders] =
        "Location, Content-Location, ETag, Retry-After, X-Request-Id, Idempotency-Replayed"
    }
    response.headers = headers
  }
}

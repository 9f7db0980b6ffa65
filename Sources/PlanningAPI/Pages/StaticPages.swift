internal import HTTPTypes
internal import Hummingbird

/// A file that is built into the program and served as it is.
struct StaticFile: Sendable {
  /// Where it is served.
  let path: String
  let type: String
  let bytes: [UInt8]

  init(_ path: String, _ type: String, _ bytes: [UInt8]) {
    self.path = path
    self.type = type
    self.bytes = bytes
  }
}

/// The pages of the server; each file is one row.
enum StaticPages {
  static let files =
    [
      StaticFile("/docs", "text/html; charset=utf-8", PackageResources.docs_html),
      StaticFile("/docs.css", "text/css; charset=utf-8", PackageResources.docs_css),
      StaticFile("/docs.js", "text/javascript; charset=utf-8", PackageResources.docs_js),
    ] + CoordinatorPage.files + Leaflet.files

  /// Own files and own API, and nothing from elsewhere.
  static let ownPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'none'; base-uri 'none'; frame-ancestors 'none'
    """

  /// A page that is one file.
  static let inlinePolicy = """
    default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; \
    form-action 'none'; base-uri 'none'; frame-ancestors 'self'
    """

  /// Registers the files; they need no key, for they say nothing of anybody.
  static func add(to router: Router<APIContext>) {
    for file in files {
      let tag = Reply.tag(of: file.bytes)
      router.get(RouterPath(stringLiteral: file.path)) { request, _ in
        await Reply.tagged(tag, request) {
          Reply.bytes(
            file.bytes, file.type,
            headers: [.contentSecurityPolicy: ownPolicy, .cacheControl: "no-cache"])
        }
      }
    }
  }
}

internal import HTTPTypes
internal import Hummingbird
internal import Interchange

/// Makes answers.
enum Reply {
  static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    bytes(JSONAnswer.bytes(value), "application/json", status: status, headers: headers)
  }

  static func text(_ text: String, _ type: String, headers: HTTPFields = [:]) -> Response {
    bytes(Array(text.utf8), type, headers: headers)
  }

  static func bytes(
    _ bytes: [UInt8], _ type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  static var nothing: Response { Response(status: .noContent) }

  /// The answer, or 304 where the client has it already (RFC 9110, 13.1.2).
  static func tagged(
    _ tag: String, _ request: Request, _ answer: () async throws -> Response
  ) async rethrows -> Response {
    let quoted = "\"" + tag + "\""
    if let known = request.headers[.ifNoneMatch], matches(known, quoted) {
      return Response(status: .notModified, headers: [.eTag: quoted])
    }
    var response = try await answer()
    response.headers[.eTag] = quoted
    return response
  }

  private static func matches(_ known: String, _ tag: String) -> Bool {
    known.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.contains { item in
      let item = item.reversed().drop { $0 == " " }.reversed()
      let text = String(item)
      return text == "*" || text == tag || text == "W/" + tag
    }
  }

  /// Name of some content, by what it is.
  static func tag(of bytes: [UInt8]) -> String { String(SHA256.hex(bytes).prefix(32)) }

  /// Content with its name. For whoever makes the content: of a large one the name takes a moment, which is not to be
  /// taken where requests are answered.
  static func named(_ bytes: [UInt8]) -> (tag: String, bytes: [UInt8]) { (tag(of: bytes), bytes) }
}

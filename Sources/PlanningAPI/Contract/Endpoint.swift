internal import HTTPTypes
internal import Hummingbird
internal import Interchange

/// One operation of the API: how it is registered, and what the OpenAPI document says of it, in one place, so that
/// the two cannot drift apart.
struct Endpoint: Sendable {
  typealias Handler = @Sendable (Call) async throws -> Response

  let method: HTTPRequest.Method
  /// With parameters in braces.
  let path: String
  let id: String
  let group: Group
  let summary: String
  var about = ""
  /// What a key must allow; `nil`: no key is needed.
  var scope: Scope?
  var parameters: [Parameter] = []
  var body: Body?
  let answers: [Answer]
  /// Beside those that any operation may answer with.
  var problems: [ProblemKind] = []
  let handler: Handler

  enum Group: String, CaseIterable {
    case plans = "Plans"
    case questions = "Questions"
    case days = "Days"
    case server = "Server"
  }

  struct Parameter: Sendable {
    enum Place: String { case path, query, header }
    let name: String
    let place: Place
    let schema: JSONItem
    let about: String
    var example: JSONItem?
    /// Those of the path always are.
    var isRequired = false
  }

  struct Body: Sendable {
    let schema: JSONItem
    let example: JSONItem
  }

  struct Answer: Sendable {
    let status: Int
    let about: String
    var content: [Content] = []
    /// Headers beside those of every answer, with what they say.
    var headers: [String: String] = [:]
  }

  struct Content: Sendable {
    let type: String
    let schema: JSONItem
    var example: JSONItem?
  }

  /// What may go wrong with this operation, all counted.
  var allProblems: [ProblemKind] {
    var kinds: [ProblemKind] = [
      .foreignOrigin, .otherHost, .badRequest, .internalError, .unavailable,
    ]
    if scope != nil { kinds += [.unauthorized, .forbidden, .tooManyRequests] }
    if parameters.contains(where: { $0.place == .path }) { kinds.append(.notFound) }
    if body != nil { kinds += [.malformed, .unsupportedType, .tooSlow, .tooLarge, .invalid] }
    return kinds + problems
  }
}

/// A request to one endpoint, let in and with its body read.
struct Call: Sendable {
  let request: Request
  let context: APIContext
  let caller: Caller
  let body: [UInt8]

  var tenant: String { caller.tenant }

  func parameter(_ name: String) -> String { context.parameters.get(name) ?? "" }
}

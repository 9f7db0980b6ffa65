internal import Desk
internal import HTTPTypes
internal import Interchange
internal import Planning

/// The API as OpenAPI 3.1 describes it, made from the endpoints as they are registered.
struct OpenAPIDocument {
  let endpoints: [Endpoint]

  var text: String { JSONText.document(item) }

  var item: JSONItem {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "Camin planning API", "version": .string(Release.version),
        "summary": "Plans the runs of a day: who drives whom, when and in which vehicle.",
        "description": .string(Self.introduction),
        "license": ["name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"],
      ],
      "servers": [["url": "/"]],
      "tags": .array(Endpoint.Group.allCases.map { ["name": .string($0.rawValue)] }),
      "paths": paths, "x-problems": Self.problems,
      "components": [
        "schemas": .object(APISchemas.all),
        "securitySchemes": [
          "key": [
            "type": "http", "scheme": "bearer",
            "description": .string(Self.keys),
          ]
        ],
      ],
    ]
  }

  private var paths: JSONItem {
    var paths: [String: JSONItem] = [:]
    for endpoint in endpoints {
      var operations: [String: JSONItem] = [:]
      if case .object(let known)? = paths[endpoint.path] { operations = known }
      operations[endpoint.method.rawValue.lowercased()] = operation(endpoint)
      paths[endpoint.path] = .object(operations)
    }
    return .object(paths)
  }

  private func operation(_ endpoint: Endpoint) -> JSONItem {
    var members: [String: JSONItem] = [
      "operationId": .string(endpoint.id), "summary": .string(endpoint.summary),
      "tags": [.string(endpoint.group.rawValue)], "responses": responses(endpoint),
      // A server without keys answers its own machine without one.
      "security": endpoint.scope.map { [["key": [.string($0.rawValue)]], [:]] } ?? [],
    ]
    if !endpoint.about.isEmpty { members["description"] = .string(endpoint.about) }
    let parameters = endpoint.parameters + [Self.language]
    members["parameters"] = .array(parameters.map(parameter))
    if let body = endpoint.body {
      members["requestBody"] = [
        "required": true,
        "content": [
          "application/json": [
            "schema": body.schema, "examples": ["small": ["value": body.example]],
          ]
        ],
      ]
    }
    return .object(members)
  }

  private func parameter(_ parameter: Endpoint.Parameter) -> JSONItem {
    var members: [String: JSONItem] = [
      "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
      "required": .bool(parameter.isRequired || parameter.place == .path),
      "schema": parameter.schema,
      "description": .string(parameter.about),
    ]
    members["example"] = parameter.example
    return .object(members)
  }

  private func responses(_ endpoint: Endpoint) -> JSONItem {
    let answers = Dictionary(grouping: endpoint.answers, by: \.status)
    let problems = Dictionary(grouping: Set(endpoint.allProblems), by: \.status)
    let statuses = Set(answers.keys).union(problems.keys)
    return .object(
      Dictionary(
        uniqueKeysWithValues: statuses.map { status in
          (String(status), response(answers[status]?.first, problems[status] ?? []))
        }))
  }

  /// What one status stands for: an answer, problems, or either.
  private func response(_ answer: Endpoint.Answer?, _ problems: [ProblemKind]) -> JSONItem {
    let codes = problems.sorted { $0.rawValue < $1.rawValue }
    let words =
      [answer?.about].compactMap(\.self) + codes.map { "`\($0.rawValue)`: \($0.title.en)" }
    var contents = (answer?.content ?? []).map { ($0.type, content($0)) }
    if !codes.isEmpty {
      contents.append(("application/problem+json", ["schema": APISchemas.to("Problem")]))
    }
    var members: [String: JSONItem] = ["description": .string(words.joined(separator: " "))]
    if !contents.isEmpty {
      members["content"] = .object(Dictionary(contents) { first, _ in first })
    }
    if let headers = answer?.headers, !headers.isEmpty {
      members["headers"] = .object(
        headers.mapValues { ["description": .string($0), "schema": ["type": "string"]] })
    }
    return .object(members)
  }

  private func content(_ content: Endpoint.Content) -> JSONItem {
    var members: [String: JSONItem] = ["schema": content.schema]
    if let example = content.example { members["examples"] = ["small": ["value": example]] }
    return .object(members)
  }

  /// What each code stands for, in both languages.
  private static var problems: JSONItem {
    .object(
      Dictionary(
        uniqueKeysWithValues: ProblemKind.allCases.map { kind in
          let words: JSONItem = [
            "status": .integer(kind.status), "fr": .string(kind.title.fr),
            "en": .string(kind.title.en),
          ]
          return (kind.rawValue, words)
        }))
  }

  private static let language = Endpoint.Parameter(
    name: "Accept-Language", place: .header,
    schema: ["type": "string"],
    about: "`fr` or `en`: the language of all that people read; French unless told.", example: "en")

  private static let introduction = """
    A day goes in as one JSON document of pseudonyms and need codes (`Scenario`), a plan that keeps every rule comes \
    out (`Plan`), with a true reason for each booking that cannot be met. Planning is a job: `POST /v1/plans` answers \
    202 at once and the job can be watched, ended or awaited. A booking that is not served is no error. Each error is \
    `application/problem+json` (RFC 9457) and names all faults at once by JSON pointer. Times in plans are ISO 8601 \
    with offset; other durations are seconds, in scenarios minutes. Names and telephone numbers have no place here. \
    Wherever `GET` is answered, `HEAD` is too: the same status and headers, no body.
    """

  private static let keys = """
    A key made by `camin key create`, sent as `Authorization: Bearer`. A server without any key answers its own \
    machine alone, and then needs none.
    """
}

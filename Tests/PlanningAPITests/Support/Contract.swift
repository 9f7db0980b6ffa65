import HTTPTypes
import Interchange

/// The OpenAPI document, read as a client would, to hold answers to it.
struct Contract: Sendable {
  let document: JSONItem
  private let schemas: SchemaCheck

  struct NoDocument: Error {}

  init(_ text: String) throws {
    guard let document = JSONItem(json: Array(text.utf8)) else { throw NoDocument() }
    self.document = document
    schemas = SchemaCheck(components: document["components"]["schemas"])
  }

  /// Every operation with its path, method and content.
  var operations: [(path: String, method: String, content: JSONItem)] {
    document["paths"].keys.flatMap { path in
      document["paths"][path].keys.map { (path, $0, document["paths"][path][$0]) }
    }
  }

  /// What an answer has that the document does not say; empty: it is as promised.
  func faults(of answer: Answer, _ method: HTTPRequest.Method, _ path: String) -> [String] {
    guard let operation = operation(method, path) else {
      // What is not in the document is refused, or is a page about it.
      return [404, 405].contains(answer.status) || path.hasPrefix("/docs")
        || path == "/openapi.json"
        ? [] : ["an operation that is not documented"]
    }
    let response = operation["responses"][String(answer.status)]
    guard case .object = response else { return ["status \(answer.status) is not documented"] }
    let type = String((answer.headers[.contentType] ?? "").prefix { $0 != ";" })
    guard case .object(let contents) = response["content"] else {
      return answer.bytes.isEmpty ? [] : ["a body where none is documented"]
    }
    guard let content = contents[type] else { return ["type \(type) is not documented"] }
    if method == .head { return answer.bytes.isEmpty ? [] : ["a body where none may be"] }
    guard type.hasSuffix("json") else { return [] }
    return schemas.faults(of: answer.json, content["schema"], at: "")
  }

  func faults(of value: JSONItem, schema: JSONItem) -> [String] {
    schemas.faults(of: value, schema, at: "")
  }

  private func operation(_ method: HTTPRequest.Method, _ path: String) -> JSONItem? {
    let asked = path.prefix { $0 != "?" }.split(separator: "/")
    let found = document["paths"].keys.first { pattern in
      let parts = pattern.split(separator: "/")
      return parts.count == asked.count
        && zip(parts, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    guard let found else { return nil }
    // The document says of HEAD that it is GET without a body.
    let meant = method == .head ? HTTPRequest.Method.get : method
    let operation = document["paths"][found][meant.rawValue.lowercased()]
    if case .object = operation { return operation }
    return nil
  }
}

/// So much of JSON Schema 2020-12 as the document uses.
struct SchemaCheck: Sendable {
  let components: JSONItem

  func faults(of value: JSONItem, _ schema: JSONItem, at pointer: String) -> [String] {
    if case .string(let target) = schema["$ref"] {
      let name = String(target.dropFirst("#/components/schemas/".count))
      return faults(of: value, components[name], at: pointer)
    }
    var faults: [String] = []
    let alternatives = schema["anyOf"].array + schema["oneOf"].array
    if !alternatives.isEmpty,
      !alternatives.contains(where: { self.faults(of: value, $0, at: pointer).isEmpty })
    {
      faults.append("\(pointer): none of the alternatives")
    }
    if case .string(let type) = schema["type"], !Self.isOf(type, value) {
      faults.append("\(pointer): no \(type)")
    }
    let choices = schema["enum"].array
    if !choices.isEmpty, !choices.contains(value) {
      faults.append("\(pointer): \(value) is no choice")
    }
    if schema["const"] != .null, schema["const"] != value {
      faults.append("\(pointer): not the constant")
    }
    if case .object(let members) = value { faults += object(members, schema, at: pointer) }
    if case .array(let items) = value, case .object = schema["items"] {
      for (index, item) in items.enumerated() {
        faults += self.faults(of: item, schema["items"], at: pointer + "/\(index)")
      }
    }
    return faults
  }

  private func object(
    _ members: [String: JSONItem], _ schema: JSONItem, at pointer: String
  ) -> [String] {
    var faults: [String] = []
    for name in schema["required"].array.map(\.string) where members[name] == nil {
      faults.append("\(pointer)/\(name): missing")
    }
    let known = schema["properties"]
    for (name, member) in members {
      let place = pointer + "/" + name
      if case .null = known[name] {
        switch schema["additionalProperties"] {
        case .bool(false): faults.append("\(place): unknown")
        case .object: faults += self.faults(of: member, schema["additionalProperties"], at: place)
        default: break
        }
      } else {
        faults += self.faults(of: member, known[name], at: place)
      }
    }
    return faults
  }

  private static func isOf(_ type: String, _ value: JSONItem) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool),
      ("integer", .integer), ("number", .integer), ("number", .number), ("null", .null):
      true
    default: false
    }
  }
}

/// A JSON value that was read, with the line it stands on.
struct JSONNode {
  indirect enum Content {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }
  var content: Content
  /// Counted from 1.
  var line: Int

  /// The value as a fault shows it: short, on one line, and without looking inside objects.
  var shown: String {
    switch content {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text): text
    case .string(let text): text
    case .array(let items): items.isEmpty ? "[]" : "[…]"
    case .object(let members): members.isEmpty ? "{}" : "{…}"
    }
  }
}

/// A key and its value.
struct JSONMember {
  var key: String
  var value: JSONNode
}

/// Where in a JSON file a value stands.
struct JSONSite {
  var file: String
  /// JSON pointer (RFC 6901); empty: the whole document.
  var pointer: String
  /// The key last entered.
  var field: String

  init(file: String, pointer: String = "", field: String = "") {
    self.file = file
    self.pointer = pointer
    self.field = field
  }

  func child(_ key: String) -> JSONSite {
    JSONSite(file: file, pointer: pointer + "/" + Self.escaped(key), field: key)
  }

  /// Hardly any key needs it, and every value that is read asks.
  private static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return key
    }
    return key.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  func child(_ index: Int) -> JSONSite {
    JSONSite(file: file, pointer: pointer + "/\(index)", field: field)
  }
}

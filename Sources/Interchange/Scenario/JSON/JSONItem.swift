/// A JSON value to be written. Object members come out sorted by key.
public indirect enum JSONItem: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case unsigned(UInt64)
  /// Written as `null` where it is not finite, which JSON cannot say and the reader refuses.
  case number(Double)
  case string(String)
  case array([JSONItem])
  case object([String: JSONItem])

  /// Nothing that a reader would miss.
  var isEmpty: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    default: false
    }
  }
}

extension JSONItem: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(arrayLiteral elements: JSONItem...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONItem)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}

extension JSONItem {
  /// A JSON document as it was read; `nil` where it is none.
  public init?(json bytes: [UInt8]) {
    guard let node = try? JSONParser.parse(bytes) else { return nil }
    self.init(node)
  }

  private init(_ node: JSONNode) {
    switch node.content {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text): self = Int(text).map(JSONItem.integer) ?? .number(Double(text) ?? 0)
    case .string(let text): self = .string(text)
    case .array(let items): self = .array(items.map(JSONItem.init))
    case .object(let members):
      self = .object(
        Dictionary(members.map { ($0.key, JSONItem($0.value)) }) { first, _ in first })
    }
  }
}

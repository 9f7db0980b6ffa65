/// A JSON value to be written. Object members come out sorted by key.
indirect enum JSONItem: Hashable, Sendable {
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
  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(arrayLiteral elements: JSONItem...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONItem)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}

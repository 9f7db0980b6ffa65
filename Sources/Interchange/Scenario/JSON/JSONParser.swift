import Planning

/// Reads JSON by RFC 8259, strictly, keeping the line of every value and the text of every number.
///
/// Foundation's parser tells neither lines nor repeated keys, and turns whole numbers into doubles.
struct JSONParser {
  private let bytes: [UInt8]
  private var position: Int
  private var line = 1
  private var depth = 0

  /// Where and why reading stopped.
  struct Failure: Error {
    var complaint: Complaint
    var line: Int
  }

  /// The document in `bytes`.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    var parser = JSONParser(bytes: bytes)
    parser.skipSpace()
    let node = try parser.value()
    parser.skipSpace()
    guard parser.current == nil else { throw parser.failure(.afterDocument) }
    return node
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ complaint: Complaint) -> Failure {
    Failure(complaint: complaint, line: line)
  }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func value() throws(Failure) -> JSONNode {
    let start = line
    guard let byte = current else { throw failure(.endsTooSoon) }
    switch byte {
    case UInt8(ascii: "{"): return JSONNode(content: .object(try object()), line: start)
    case UInt8(ascii: "["): return JSONNode(content: .array(try array()), line: start)
    case UInt8(ascii: "\""): return JSONNode(content: .string(try string()), line: start)
    case UInt8(ascii: "t"): return JSONNode(content: try word("true", .bool(true)), line: start)
    case UInt8(ascii: "f"): return JSONNode(content: try word("false", .bool(false)), line: start)
    case UInt8(ascii: "n"): return JSONNode(content: try word("null", .null), line: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNode(content: .number(try number()), line: start)
    default: throw failure(.unexpected(shown(byte)))
    }
  }

  private func shown(_ byte: UInt8) -> String {
    byte > 32 && byte < 127 ? String(UnicodeScalar(byte)) : "0x" + String(byte, radix: 16)
  }

  private mutating func word(_ word: String, _ content: JSONNode.Content) throws(Failure)
    -> JSONNode.Content
  {
    guard bytes[position...].starts(with: word.utf8) else {
      throw failure(.unexpected(String(word.prefix(1))))
    }
    position += word.utf8.count
    return content
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    guard depth <= InputLimits.depth else { throw failure(.tooDeep) }
    position += 1
    skipSpace()
  }

  private mutating func object() throws(Failure) -> [JSONMember] {
    try enter()
    defer { depth -= 1 }
    var members: [JSONMember] = []
    var keys: Set<String> = []
    if takes("}") { return [] }
    while true {
      guard current == UInt8(ascii: "\"") else { throw unexpectedHere() }
      let key = try string()
      guard keys.insert(key).inserted else { throw failure(.repeatedKey(key)) }
      skipSpace()
      guard takes(":") else { throw unexpectedHere() }
      skipSpace()
      members.append(JSONMember(key: key, value: try value()))
      skipSpace()
      if takes("}") { return members }
      guard takes(",") else { throw unexpectedHere() }
      skipSpace()
    }
  }

  private mutating func array() throws(Failure) -> [JSONNode] {
    try enter()
    defer { depth -= 1 }
    var items: [JSONNode] = []
    if takes("]") { return [] }
    while true {
      items.append(try value())
      skipSpace()
      if takes("]") { return items }
      guard takes(",") else { throw unexpectedHere() }
      skipSpace()
    }
  }

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private func unexpectedHere() -> Failure {
    guard let byte = current else { return failure(.endsTooSoon) }
    return failure(.unexpected(shown(byte)))
  }

  private mutating func number() throws(Failure) -> String {
    let start = position
    _ = takes("-")
    let whole = digits()
    let leadingZero = whole > 1 && bytes[position - whole] == UInt8(ascii: "0")
    var sound = whole > 0 && !leadingZero
    if takes(".") { sound = digits() > 0 && sound }
    if takes("e") || takes("E") {
      if !takes("-") { _ = takes("+") }
      sound = digits() > 0 && sound
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard sound, text.count <= 64 else { throw failure(.noNumber(text)) }
    return text
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    return position - start
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    let start = position
    var text: [UInt8] = []
    while let byte = current {
      guard text.count <= InputLimits.field else { throw failure(.fieldTooLong) }
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        if let sound = String(validating: text, as: UTF8.self) { return sound }
        let within = UTF8Check.firstInvalid(bytes[start..<position]) ?? 0
        throw failure(.notUTF8(offset: start + within))
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw failure(.controlCharacter)
      default: text.append(byte)
      }
    }
    throw failure(.endsTooSoon)
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let byte = current else { throw failure(.endsTooSoon) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw failure(.unexpected("\\" + shown(byte)))
    }
  }

  /// `\uXXXX`, or two of them that make one scalar beyond the basic plane.
  private mutating func unicodeEscape() throws(Failure) -> [UInt8] {
    var units = [try hexUnit()]
    if UTF16.isLeadSurrogate(units[0]), takes("\\"), takes("u") { units.append(try hexUnit()) }
    guard let text = String(validating: units, as: UTF16.self), units != [0] else {
      throw failure(.unexpected("\\u" + String(units[0], radix: 16)))
    }
    return Array(text.utf8)
  }

  private mutating func hexUnit() throws(Failure) -> UInt16 {
    let end = position + 4
    guard end <= bytes.count else { throw failure(.endsTooSoon) }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    guard let unit = UInt16(text, radix: 16), !text.hasPrefix("+") else {
      throw failure(.unexpected("\\u" + text))
    }
    position = end
    return unit
  }
}

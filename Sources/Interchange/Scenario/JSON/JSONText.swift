/// Writes JSON with sorted keys, two spaces of indent and short lists on one line: equal values
/// give equal bytes, and a person can read and change the file.
public enum JSONText {
  /// The document with a line feed at its end.
  public static func document(_ value: JSONItem) -> String {
    var text = ""
    write(value, indent: 0, into: &text)
    return text + "\n"
  }

  private static func write(_ value: JSONItem, indent: Int, into text: inout String) {
    if case .array(let items) = value, !items.isEmpty, !isFlat(value) {
      writeLines(items.map { (nil, $0) }, "[", "]", indent: indent, into: &text)
    } else if case .object(let members) = value, !members.isEmpty, !isFlat(value) {
      let sorted = members.sorted { $0.key < $1.key }
      writeLines(sorted.map { ($0.key, $0.value) }, "{", "}", indent: indent, into: &text)
    } else {
      text += line(value)
    }
  }

  private static func writeLines(
    _ items: [(key: String?, value: JSONItem)], _ open: String, _ close: String, indent: Int,
    into text: inout String
  ) {
    let margin = String(repeating: "  ", count: indent + 1)
    text += open + "\n"
    for (index, item) in items.enumerated() {
      text += margin
      if let key = item.key { text += quoted(key) + ": " }
      write(item.value, indent: indent + 1, into: &text)
      text += index + 1 < items.count ? ",\n" : "\n"
    }
    text += String(repeating: "  ", count: indent) + close
  }

  /// A value on one line, with sorted keys.
  public static func line(_ value: JSONItem) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .unsigned(let number): return String(number)
    case .number(let number): return number.isFinite ? NumberText.plain(number) : "null"
    case .string(let string): return quoted(string)
    case .array(let items): return "[" + items.map(line).joined(separator: ", ") + "]"
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      return "{" + sorted.map { quoted($0.key) + ": " + line($0.value) }.joined(separator: ", ")
        + "}"
    }
  }

  /// Arrays and objects of plain values that fit on a line stay on one.
  private static func isFlat(_ value: JSONItem) -> Bool {
    let parts: [JSONItem]
    switch value {
    case .array(let items): parts = items
    case .object(let members): parts = Array(members.values)
    default: return true
    }
    let plain = parts.allSatisfy { part in
      switch part {
      case .array(let items): items.isEmpty
      case .object(let members): members.isEmpty
      default: true
      }
    }
    return plain && line(value).count <= 72
  }

  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

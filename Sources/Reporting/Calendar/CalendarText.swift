/// Lines of a calendar (RFC 5545): CR LF, folded at 75 octets.
struct CalendarText: Sendable {
  private static let longest = 75

  private(set) var text = ""

  /// Adds a property whose value is text, with what the format gives a meaning to escaped.
  mutating func add(_ name: String, text value: String) { add(name, Self.escaped(value)) }

  /// Adds a property whose value needs no escaping.
  mutating func add(_ name: String, _ value: String) {
    text += Self.folded(name + ":" + value) + "\r\n"
  }

  static func escaped(_ value: String) -> String {
    var out = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case ";": out += "\\;"
      case ",": out += "\\,"
      case "\n": out += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A line break goes between signs, never within one: readers that decode each line by itself stay whole.
  static func folded(_ line: String) -> String {
    var out = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > longest {
        out += "\r\n "
        octets = 1
      }
      out.unicodeScalars.append(scalar)
      octets += size
    }
    return out
  }
}

/// Reads an iCalendar file by the letter of RFC 5545, without any code of the writer's.
struct CalendarReading {
  struct Event {
    var properties: [String: String] = [:]
  }

  private(set) var calendar: [String: String] = [:]
  private(set) var events: [Event] = []

  /// `nil` where a line is too long, does not end in CR LF, or blocks do not close.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == 13 {
        guard position + 1 < bytes.count, bytes[position + 1] == 10 else { return nil }
        lines.append(line)
        line = []
        position += 2
      } else {
        guard bytes[position] != 10 else { return nil }
        line.append(bytes[position])
        position += 1
      }
    }
    guard line.isEmpty, lines.allSatisfy({ $0.count <= 75 }) else { return nil }
    // Each line stands by itself, as readers decode them one by one.
    guard lines.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) else { return nil }
    var unfolded: [[UInt8]] = []
    for line in lines {
      if line.first == 32, let last = unfolded.indices.last {
        unfolded[last] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    var open: [String] = []
    for line in unfolded.map({ String(decoding: $0, as: UTF8.self) }) {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...])
      switch name {
      case "BEGIN":
        open.append(value)
        if value == "VEVENT" { events.append(Event()) }
      case "END": guard open.popLast() == value else { return nil }
      default:
        if open.last == "VEVENT" {
          guard events[events.count - 1].properties.updateValue(value, forKey: name) == nil else {
            return nil
          }
        } else {
          calendar[name] = value
        }
      }
    }
    guard open.isEmpty else { return nil }
  }

  /// Text with its escapes undone.
  static func plain(_ value: String) -> String {
    var out = ""
    var isEscaped = false
    for sign in value {
      if isEscaped {
        out.append(sign == "n" || sign == "N" ? "\n" : sign)
        isEscaped = false
      } else if sign == "\\" {
        isEscaped = true
      } else {
        out.append(sign)
      }
    }
    return out
  }
}

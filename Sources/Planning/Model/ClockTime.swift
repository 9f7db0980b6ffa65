/// A wall-clock time on the plan's date, in seconds after 00:00 as a clock shows it; 24:00 and later
/// belong to the following day. `PlanClock` turns it into elapsed seconds, also on change-of-clock days.
public struct ClockTime: Hashable, Comparable, Sendable {
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }
  public init(hour: Int, minute: Int) { seconds = hour * 3600 + minute * 60 }

  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// Reads `8:05`, `08:05`, `08:05:30`, `8h05`, `8h`, `25:30`; `nil` for anything else or from 48:00 on.
  public init?(_ text: String) {
    let parts = text.lowercased().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "h" })
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), parts[0].count <= 2 else {
      return nil
    }
    let minuteText = parts[1].isEmpty && text.lowercased().hasSuffix("h") ? "00" : parts[1]
    guard minuteText.count == 2, let minute = Int(minuteText), (0..<60).contains(minute),
      (0..<48).contains(hour)
    else { return nil }
    var second = 0
    if parts.count == 3 {
      guard parts[2].count == 2, let value = Int(parts[2]), (0..<60).contains(value) else {
        return nil
      }
      second = value
    }
    seconds = hour * 3600 + minute * 60 + second
  }

  /// `HH:MM`, or `HH:MM:SS` where the seconds are not zero.
  public var text: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let minutes = two(seconds / 3600) + ":" + two(seconds / 60 % 60)
    return seconds % 60 == 0 ? minutes : minutes + ":" + two(seconds % 60)
  }
}

extension ClockTime: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = ClockTime(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no time of day; write HH:MM")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A stretch of the plan's date on the wall clock.
public struct ClockWindow: Codable, Hashable, Sendable {
  public var start: ClockTime
  public var end: ClockTime

  public init(start: ClockTime, end: ClockTime) {
    self.start = start
    self.end = end
  }
}

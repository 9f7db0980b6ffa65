/// A date and what the clock on the wall shows on it, e.g. when a booking was called in.
///
/// It has no time zone of its own: it is compared with other moments of the same territory, as people do who say
/// "before 16:00 on Friday". Of an hour that the clock shows twice, nobody can tell which one is meant.
public struct LocalMoment: Hashable, Comparable, Sendable {
  public var date: PlanDate
  /// Before 24:00.
  public var time: ClockTime

  public init(date: PlanDate, time: ClockTime) {
    self.date = date
    self.time = time
  }

  public static func < (a: Self, b: Self) -> Bool { (a.date, a.time) < (b.date, b.time) }

  /// Reads a date and a time with a `T` or a space between them, `2026-11-24T15:42` or `24/11/2026 15h42`;
  /// `nil` for anything else, a time with an offset included.
  public init?(_ text: String) {
    let parts = text.split(
      omittingEmptySubsequences: true, whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let date = PlanDate(String(parts[0])),
      let time = ClockTime(String(parts[1])), time.seconds < 86_400
    else { return nil }
    self.init(date: date, time: time)
  }

  /// `2026-11-24T15:42`.
  public var text: String { date.text + "T" + time.text }
}

extension LocalMoment: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = LocalMoment(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no moment; write YYYY-MM-DDTHH:MM")
    }
    self = moment
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A calendar date, `2026-11-25`.
public struct PlanDate: Hashable, Comparable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Reads `2026-11-25` and the French `25/11/2026`; `nil` for anything else or a day that does not exist.
  public init?(_ text: String) {
    let iso = text.split(separator: "-", omittingEmptySubsequences: false)
    let french = text.split(separator: "/", omittingEmptySubsequences: false)
    let parts = iso.count == 3 ? iso : french.count == 3 ? french.reversed() : []
    guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var text: String {
    func padded(_ n: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(n).count)) + String(n)
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// Day of the week by Zeller's congruence.
  public var weekday: Weekday {
    let shifted = month < 3 ? (month + 12, year - 1) : (month, year)
    let (m, y) = shifted
    let h = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return [.saturday, .sunday, .monday, .tuesday, .wednesday, .thursday, .friday][h]
  }
}

/// A day of the week, as availability patterns name it.
public enum Weekday: String, Codable, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension PlanDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = PlanDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no date; write YYYY-MM-DD")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

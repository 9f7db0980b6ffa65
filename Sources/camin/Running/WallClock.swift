internal import Foundation
internal import Planning

/// The clock on the wall.
enum WallClock {
  /// What it shows now in a time zone; in Greenwich where the zone is unknown.
  static func now(in zone: String) -> LocalMoment {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: Date())
    return LocalMoment(
      date: PlanDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1),
      time: ClockTime(hour: parts.hour ?? 0, minute: parts.minute ?? 0))
  }
}

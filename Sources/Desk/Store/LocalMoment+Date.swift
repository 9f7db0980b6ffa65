public import Foundation
public import Planning

extension LocalMoment {
  /// What the clock of a time zone shows at a moment, to the second.
  ///
  /// - Parameter zone: IANA name; where it is unknown, UTC.
  public init(_ moment: Date, in zone: String) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: moment)
    self.init(
      date: PlanDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1),
      time: ClockTime(
        seconds: (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)))
  }
}

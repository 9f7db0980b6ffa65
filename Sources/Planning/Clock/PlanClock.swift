internal import Foundation

/// Turns clock times of the plan's date into elapsed seconds and back, change-of-clock days included (R54).
///
/// Elapsed seconds count from the *instant* of local midnight, so that a drive of one hour lasts 3600
/// of them on every day; the clock on the wall may jump meanwhile.
public struct PlanClock: Sendable {
  public let date: PlanDate
  public let timeZone: String
  private let zone: TimeZone
  /// Seconds from 1970-01-01T00:00Z to local midnight.
  private let midnight: Int

  /// - Returns: `nil` where the time zone is unknown.
  public init?(date: PlanDate, timeZone: String) {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    self.date = date
    self.timeZone = timeZone
    self.zone = zone
    // Where the clock jumps over midnight itself, the day starts at the jump.
    midnight =
      Self.instant(ofWall: date.dayNumber * 86_400, in: zone)
      ?? date.dayNumber * 86_400 - Self.offset(at: date.dayNumber * 86_400 - 86_400, in: zone)
  }

  /// Seconds elapsed since local midnight when the clock shows that time.
  ///
  /// - Returns: `nil` where the clock never shows it (02:30 on the last Sunday of March); the first of
  ///   the two instants where it shows it twice.
  public func elapsed(_ time: ClockTime) -> Int? {
    let wall = date.dayNumber * 86_400 + time.seconds
    return Self.instant(ofWall: wall, in: zone).map { $0 - midnight }
  }

  /// What the clock shows; from 24:00 on where it is already the following day.
  public func clockTime(_ elapsed: Int) -> ClockTime {
    let instant = midnight + elapsed
    return ClockTime(
      seconds: instant + Self.offset(at: instant, in: zone) - date.dayNumber * 86_400)
  }

  /// Seconds from 1970-01-01T00:00Z.
  public func instant(_ elapsed: Int) -> Int { midnight + elapsed }

  /// `2026-03-29T08:15:00+02:00`.
  public func iso8601(_ elapsed: Int) -> String {
    let instant = midnight + elapsed
    let offset = Self.offset(at: instant, in: zone)
    let wall = instant + offset
    let days = wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400
    let day = date.adding(days: days - date.dayNumber)
    let sign = offset < 0 ? "-" : "+"
    return day.text + "T" + Self.clock(wall - days * 86_400, seconds: true)
      + sign + Self.clock(abs(offset), seconds: false)
  }

  /// Seconds elapsed since local midnight of a time with its offset, e.g. `2026-03-29T08:15:00+02:00` or
  /// `…Z`; seconds may be left out.
  ///
  /// - Returns: `nil` for anything else; a time without offset is not accepted.
  public func elapsed(iso8601 text: String) -> Int? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].contains("-"), let day = PlanDate(String(halves[0])) else {
      return nil
    }
    var clock = halves[1]
    var offset = 0
    if clock.last == "Z" {
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let shift = ClockTime(String(clock[clock.index(after: sign)...])) else { return nil }
      offset = clock[sign] == "-" ? -shift.seconds : shift.seconds
      clock = clock[..<sign]
    } else {
      return nil
    }
    guard let time = ClockTime(String(clock)), time.seconds < 86_400 else { return nil }
    return day.dayNumber * 86_400 + time.seconds - offset - midnight
  }

  /// The first instant at which the clock shows `wall` seconds since 1970-01-01T00:00 local.
  private static func instant(ofWall wall: Int, in zone: TimeZone) -> Int? {
    // No zone changes its clock twice within two days: the offset is that of the day before or after.
    [offset(at: wall - 86_400, in: zone), offset(at: wall + 86_400, in: zone)]
      .map { wall - $0 }
      .filter { $0 + offset(at: $0, in: zone) == wall }
      .min()
  }

  private static func offset(at instant: Int, in zone: TimeZone) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }

  private static func clock(_ time: Int, seconds: Bool) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let minutes = two(time / 3600) + ":" + two(time / 60 % 60)
    return seconds ? minutes + ":" + two(time % 60) : minutes
  }
}

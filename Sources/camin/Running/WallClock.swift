internal import Desk
internal import Foundation
internal import Planning

/// The clock on the wall, or what `CAMIN_NOW` says in its place, so that an afternoon can be rehearsed at any hour.
enum WallClock {
  static let variable = "CAMIN_NOW"

  /// What time it is.
  ///
  /// - Throws: `Failure` where `CAMIN_NOW` is no moment with an offset.
  static func now() throws(Failure) -> Date {
    guard let text = pretended else { return Date() }
    guard let moment = try? Date(text, strategy: .iso8601) else {
      throw Failure(
        .usage,
        [
          .option(
            variable, text,
            Bilingual(
              fr: "Par exemple : \(variable)=2026-11-24T19:00:00+01:00.",
              en: "For example: \(variable)=2026-11-24T19:00:00+01:00."))
        ])
    }
    return moment
  }

  /// What the clock shows in a time zone; in Greenwich where the zone is unknown.
  ///
  /// - Throws: as `now()` does.
  static func now(in zone: String) throws(Failure) -> LocalMoment {
    var moment = LocalMoment(try now(), in: zone)
    moment.time = ClockTime(seconds: moment.time.seconds / 60 * 60)
    return moment
  }

  /// What the environment says in place of the clock, if anything.
  static var pretended: String? {
    let text = ProcessInfo.processInfo.environment[variable] ?? ""
    return text.isEmpty ? nil : text
  }
}

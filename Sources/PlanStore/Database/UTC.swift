import Foundation

/// Moments as the files hold them: ISO 8601 in UTC to the second, which sorts as text.
enum UTC {
  private static let style = Date.ISO8601FormatStyle(
    dateSeparator: .dash, dateTimeSeparator: .standard, timeSeparator: .colon,
    timeZone: .gmt)

  static func wholeSeconds(_ date: Date) -> Date {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }

  static func text(_ date: Date) -> String { style.format(wholeSeconds(date)) }

  /// Throws where the text is no such moment, which only a damaged file can hold.
  static func date(_ text: String) throws -> Date { try style.parse(text) }
}

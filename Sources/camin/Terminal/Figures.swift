internal import Planning
internal import Reporting

/// Numbers on the terminal, as people of the run's language write them.
enum Figures {
  private static let formats = Formats(CommandLanguage.spoken)

  static func whole(_ number: Int) -> String { formats.number(Double(number)) }

  static func decimals(_ number: Double, _ decimals: Int = 2) -> String {
    formats.number(number, decimals: decimals)
  }

  /// `6,2 s`.
  static func seconds(_ seconds: Double) -> String {
    formats.number(seconds, decimals: seconds < 100 ? 1 : 0) + "\u{A0}s"
  }

  /// `1 h 05`, or to the second where it is short or not whole minutes.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    guard whole % 60 != 0 else { return formats.duration(seconds: whole) }
    let (minutes, rest) = (abs(whole) / 60, abs(whole) % 60)
    let sign = whole < 0 ? "-" : ""
    return sign + (minutes == 0 ? "" : formats.duration(seconds: minutes * 60) + " ")
      + "\(rest)\u{A0}s"
  }

  /// Titles padded to one width, figures beside them.
  static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { title, figure in
      title + String(repeating: " ", count: width - title.count + 2) + figure + "\n"
    }.joined()
  }
}

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
}

extension Figures {
  /// Titles padded to one width, figures beside them.
  static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { title, figure in
      title + String(repeating: " ", count: width - title.count + 2) + figure + "\n"
    }.joined()
  }
}

/// Durations as people write them: `90` (minutes), `1h30`, `1h`, `45 min`, `100 s`.
enum DurationText {
  /// Seconds; `nil` where it is no duration.
  static func seconds(_ text: String) -> Int? {
    let compact = text.lowercased().filter { !$0.isWhitespace }
    if let number = strip(compact, suffixes: ["minutes", "minute", "min", "mn", "m"]) {
      return seconds(number, times: 60)
    }
    if let number = strip(compact, suffixes: ["secondes", "seconds", "s"]) {
      return seconds(number, times: 1)
    }
    if let number = strip(compact, suffixes: ["heures", "hours", "h"]) {
      return seconds(number, times: 3600)
    }
    let parts = compact.split(omittingEmptySubsequences: false) { $0 == "h" || $0 == ":" }
    if parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      parts[1].count == 2, (0..<60).contains(minutes), (0..<1000).contains(hours)
    {
      return hours * 3600 + minutes * 60
    }
    return seconds(compact, times: 60)
  }

  /// Minutes where they are whole, seconds otherwise.
  static func text(_ seconds: Int) -> String {
    seconds % 60 == 0 ? String(seconds / 60) : "\(seconds) s"
  }

  private static func strip(_ text: String, suffixes: [String]) -> String? {
    suffixes.first { text.hasSuffix($0) }.map { String(text.dropLast($0.count)) }
  }

  private static func seconds(_ number: String, times unit: Double) -> Int? {
    guard let value = NumberText.number(number), abs(value) < 1e9 else { return nil }
    return Int((value * unit).rounded())
  }
}

public import Planning

/// Numbers, amounts, durations and dates as people of the language write them.
///
/// No formatter of the system is used, so that equal plans give equal bytes on every machine, whatever its
/// locale.
public struct Formats: Hashable, Sendable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  /// Keeps a figure and its unit on one line.
  static let noBreak = "\u{A0}"

  var decimalSeparator: String { language == .french ? "," : "." }
  var groupSeparator: String { language == .french ? Self.noBreak : "," }

  /// `1 234,5` or `1,234.5`, rounded half away from zero; a dash where there is no number.
  public func number(_ value: Double, decimals: Int = 0, grouped: Bool = true) -> String {
    var scale = 1.0
    for _ in 0..<max(0, decimals) { scale *= 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard let units = Int(exactly: scaled) else { return "–" }
    return fixedPoint(units, decimals: max(0, decimals), grouped: grouped)
  }

  /// Writes an integer count of 10^-decimals.
  func fixedPoint(_ units: Int, decimals: Int, grouped: Bool) -> String {
    var digits = String(units.magnitude)
    while digits.count <= decimals { digits = "0" + digits }
    let whole = String(digits.dropLast(decimals))
    let fraction = digits.suffix(decimals)
    let sign = units < 0 ? "-" : ""
    let point = decimals == 0 ? "" : decimalSeparator + fraction
    return sign + (grouped ? group(whole) : whole) + point
  }

  private func group(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: groupSeparator)
  }

  /// `12,3 km`.
  public func kilometres(metres: Int, decimals: Int = 1) -> String {
    kilometres(Double(metres) / 1000, decimals: decimals)
  }

  /// `12,3 km`.
  public func kilometres(_ value: Double, decimals: Int = 1) -> String {
    number(value, decimals: decimals) + Self.noBreak + "km"
  }

  /// `845,20 €` or `€845.20`.
  public func euros(_ value: Double, decimals: Int = 2) -> String {
    let amount = number(value, decimals: decimals)
    return language == .french ? amount + Self.noBreak + "€" : "€" + amount
  }

  /// `33 %` or `33%`; a dash where the whole is nothing.
  public func percent(_ part: Double, of whole: Double) -> String {
    guard whole > 0 else { return "–" }
    let figure = number(part / whole * 100)
    return language == .french ? figure + Self.noBreak + "%" : figure + "%"
  }

  /// `45 min`, `1 h 05`; whole minutes, rounded.
  public func duration(seconds: Int) -> String {
    let minutes = Int((Double(seconds) / 60).rounded(.toNearestOrAwayFromZero))
    let space = Self.noBreak
    guard minutes >= 60 else { return "\(minutes)\(space)min" }
    let rest = minutes % 60
    return "\(minutes / 60)\(space)h"
      + (rest == 0 ? "" : space + (rest < 10 ? "0" : "") + "\(rest)")
  }

  /// A count with its noun, e.g. `2 tournées`. French counts zero and one in the singular, English one alone.
  public func count(_ number: Int, _ one: Bilingual, _ many: Bilingual) -> String {
    let singular = language == .french ? abs(number) < 2 : abs(number) == 1
    return self.number(Double(number)) + Self.noBreak + (singular ? one : many)[language]
  }
}

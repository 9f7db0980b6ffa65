import Planning

/// Numbers as people and files write them.
enum NumberText {
  /// The shortest decimal that reads back as the same number, without `.0`.
  static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return number.description
  }

  /// For a spreadsheet in the given language: a decimal comma in French.
  static func text(_ number: Double, _ language: Language) -> String {
    let plain = plain(number)
    return language == .french ? plain.replacing(".", with: ",") : plain
  }

  /// Reads `44,447`, `44.447`, `1 234,5` (also with no-break spaces); `nil` for anything else, such
  /// as `1.234,5`, which two countries read differently.
  static func number(_ text: String) -> Double? {
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]
    let groups = text.split(omittingEmptySubsequences: false) { spaces.contains($0) }
    if groups.count > 1 {
      // A space inside a number separates thousands, or it is none.
      let whole = groups.dropFirst().allSatisfy { group in
        group.prefix { $0 != "," && $0 != "." }.count == 3
      }
      guard whole, groups.dropLast().allSatisfy({ !$0.contains(",") && !$0.contains(".") }) else {
        return nil
      }
    }
    let joined = groups.joined()
    let allowed = joined.unicodeScalars.allSatisfy {
      "0123456789+-.,eE".unicodeScalars.contains($0)
    }
    guard allowed, joined.count(where: { $0 == "," || $0 == "." }) <= 1 else { return nil }
    guard let number = Double(joined.replacing(",", with: ".")), number.isFinite else { return nil }
    return number
  }
}

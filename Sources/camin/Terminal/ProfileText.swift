internal import Planning
internal import Reporting

/// Rule profiles on the terminal.
struct ProfileText {
  let language: Language

  /// `taxi  Taxi conventionné : taxi-2025 (depuis le 01/10/2025 ; …)`.
  func heading(_ profile: RuleProfile) -> String {
    let words = ProfileWords(language)
    let kind = profile.kind + String(repeating: " ", count: max(1, 10 - profile.kind.count))
    return kind + words.text(profile) + " – " + profile.title[language] + "\n"
  }

  /// The profile with all its figures.
  func whole(_ profile: RuleProfile) -> String {
    profile.figures.sorted { $0.key < $1.key }.reduce(heading(profile)) { text, entry in
      text + "  " + entry.key + " = " + figure(entry.value) + "\n"
    }
  }

  /// `0,32 EUR/km (source secondaire) – décret…`.
  func figure(_ figure: Figure) -> String {
    let status = ProfileWords(language).status(figure.status)
    return Self.number(figure.value) + " " + figure.unit + " (" + status + ") – " + figure.source
  }

  /// With as many decimals as it takes, up to four.
  private static func number(_ value: Double) -> String {
    let decimals = (0...4).first { places in
      var scale = 1.0
      for _ in 0..<places { scale *= 10 }
      return abs((value * scale).rounded() / scale - value) < 1e-9
    }
    return Figures.decimals(value, decimals ?? 4)
  }
}

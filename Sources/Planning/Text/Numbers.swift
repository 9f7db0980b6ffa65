/// Figures as people read them.
enum Shown {
  /// With one decimal at most; a comma in French.
  static func number(_ value: Double) -> Bilingual {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0
      ? Bilingual(fr: "\(sign)\(whole)", en: "\(sign)\(whole)")
      : Bilingual(fr: "\(sign)\(whole),\(rest)", en: "\(sign)\(whole).\(rest)")
  }

  /// Euros and cents.
  static func euros(_ value: Double) -> Bilingual {
    let cents = Int((value * 100).rounded())
    let sign = cents < 0 ? "-" : ""
    let rest = abs(cents) % 100
    let two = rest < 10 ? "0\(rest)" : "\(rest)"
    let whole = "\(sign)\(abs(cents) / 100)"
    return Bilingual(fr: "\(whole),\(two) €", en: "€\(whole).\(two)")
  }

  /// `1 h 05`, `45 min`.
  static func duration(_ seconds: Int) -> String {
    let minutes = Int((Double(seconds) / 60).rounded())
    guard minutes >= 60 else { return "\(minutes) min" }
    return "\(minutes / 60) h " + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }
}

/// Figures as people read them.
public enum Shown {
  /// With one decimal at most; a comma in French.
  public static func number(_ value: Double) -> Bilingual {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0
      ? Bilingual(fr: "\(sign)\(whole)", en: "\(sign)\(whole)")
      : Bilingual(fr: "\(sign)\(whole),\(rest)", en: "\(sign)\(whole).\(rest)")
  }

  /// Euros and cents.
  public static func euros(_ value: Double) -> Bilingual {
    let cents = Int((value * 100).rounded())
    let sign = cents < 0 ? "-" : ""
    let rest = abs(cents) % 100
    let two = rest < 10 ? "0\(rest)" : "\(rest)"
    let whole = "\(sign)\(abs(cents) / 100)"
    return Bilingual(fr: "\(whole),\(two) €", en: "€\(whole).\(two)")
  }

  /// `mardi 24/11/2026 à 16:20`, `Tuesday 2026-11-24 at 16:20`.
  public static func moment(_ moment: LocalMoment) -> Bilingual {
    let date = moment.date.text
    let french = date.split(separator: "-").reversed().joined(separator: "/")
    let day = moment.date.weekday.word
    return Bilingual(
      fr: "\(day.fr) \(french) à \(moment.time.text)",
      en: "\(day.en) \(date) at \(moment.time.text)")
  }

  /// `1 h 05`, `45 min`.
  public static func duration(_ seconds: Int) -> String {
    let minutes = Int((Double(seconds) / 60).rounded())
    guard minutes >= 60 else { return "\(minutes) min" }
    return "\(minutes / 60) h " + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }
}

extension Weekday {
  /// `mardi`, `Tuesday`.
  public var word: Bilingual {
    switch self {
    case .monday: Bilingual(fr: "lundi", en: "Monday")
    case .tuesday: Bilingual(fr: "mardi", en: "Tuesday")
    case .wednesday: Bilingual(fr: "mercredi", en: "Wednesday")
    case .thursday: Bilingual(fr: "jeudi", en: "Thursday")
    case .friday: Bilingual(fr: "vendredi", en: "Friday")
    case .saturday: Bilingual(fr: "samedi", en: "Saturday")
    case .sunday: Bilingual(fr: "dimanche", en: "Sunday")
    }
  }
}

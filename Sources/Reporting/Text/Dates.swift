public import Planning

extension Formats {
  /// `mercredi 25 novembre 2026`, `Wednesday 25 November 2026`.
  public func longDate(_ date: PlanDate) -> String {
    dayAndMonth(date) + " \(date.year)"
  }

  /// `mercredi 25 novembre`.
  public func dayAndMonth(_ date: PlanDate) -> String {
    let day = language == .french && date.day == 1 ? "1er" : "\(date.day)"
    return weekday(date.weekday) + " " + day + Self.noBreak + Self.months[date.month - 1][language]
  }

  /// `mercredi`.
  public func weekday(_ day: Weekday) -> String { day.word[language] }

  /// What spreadsheets of the language take for a date: `25/11/2026` or `2026-11-25`.
  public func shortDate(_ date: PlanDate) -> String {
    let iso = date.text
    guard language == .french else { return iso }
    return iso.split(separator: "-").reversed().joined(separator: "/")
  }

  private static let months: [Bilingual] = [
    Bilingual(fr: "janvier", en: "January"), Bilingual(fr: "février", en: "February"),
    Bilingual(fr: "mars", en: "March"), Bilingual(fr: "avril", en: "April"),
    Bilingual(fr: "mai", en: "May"), Bilingual(fr: "juin", en: "June"),
    Bilingual(fr: "juillet", en: "July"), Bilingual(fr: "août", en: "August"),
    Bilingual(fr: "septembre", en: "September"), Bilingual(fr: "octobre", en: "October"),
    Bilingual(fr: "novembre", en: "November"), Bilingual(fr: "décembre", en: "December"),
  ]
}

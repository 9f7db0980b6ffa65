import Planning

/// What a figure of a rule profile says, in words for those whom it concerns (R66).
struct FigureWords: Sendable {
  let formats: Formats

  /// The figure's name in words; its key where nobody has put it in words, as in a territory's own profile.
  func title(_ key: String, kind: String) -> String {
    if kind == "needs" { return need(key) }
    let parts = key.split(separator: ".").map(String.init)
    let language = formats.language
    if let known = FigureTitles.all[key] { return known[language] }
    guard let last = parts.last else { return key }
    if let known = FigureTitles.byStem[parts.dropLast().joined(separator: ".")] {
      return known[language] + " " + last
    }
    if kind == "roads", parts.count == 2, let known = FigureTitles.roads[last] {
      return known[language] + " (" + (FigureTitles.bands[parts[0]]?[language] ?? parts[0]) + ")"
    }
    return key
  }

  /// `45 min`, `1,5 fois`, `oui`.
  func value(_ figure: Figure, key: String) -> String {
    let number = plain(figure.value)
    switch figure.unit {
    case "flag":
      return figure.value != 0
        ? formats.say(fr: "oui", en: "yes") : formats.say(fr: "non", en: "no")
    case "count": return number
    case "ratio":
      let isFactor = key.contains("factor") || key == "unserved_margin"
      guard isFactor else { return formats.percent(figure.value, of: 1) }
      return number + formats.say(fr: " fois", en: " times")
    case "EUR": return formats.euros(figure.value)
    default: return number + Formats.noBreak + figure.unit.replacing("EUR", with: "€")
    }
  }

  /// With as many decimals as it takes, up to three.
  private func plain(_ value: Double) -> String {
    let decimals = (0...3).first { places in
      var scale = 1.0
      for _ in 0..<places { scale *= 10 }
      return abs((value * scale).rounded() / scale - value) < 1e-9
    }
    return formats.number(value, decimals: decimals ?? 3)
  }

  /// `déambulateur : prise en charge`.
  private func need(_ key: String) -> String {
    let parts = key.split(separator: ".").map(String.init)
    guard let last = parts.last, let first = parts.first else { return key }
    let what = FigureTitles.needs[last]?[formats.language] ?? last
    let whom =
      switch first {
      case "default": formats.say(fr: "tout voyageur", en: "every rider")
      case "place" where parts.count == 3:
        formats.say(fr: "en plus, lieu ", en: "in addition, place ") + parts[1]
      default: Needs.title(first, formats.language)
      }
    return whom + formats.say(fr: " : ", en: ": ") + what
  }
}

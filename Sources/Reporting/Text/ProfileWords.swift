public import Planning

/// Rule profiles by name, date and how well they are known.
public struct ProfileWords: Sendable {
  private let formats: Formats

  public init(_ language: Language) { formats = Formats(language) }

  /// `tap-2025 (depuis le 01/03/2025 ; 9 chiffres sur 11 non confirmés par le texte officiel)`.
  public func text(_ profile: RuleProfile) -> String {
    profile.id + " (" + dates(profile) + confirmation(profile) + ")"
  }

  /// `tap-2025 (depuis le 01/03/2025)`.
  func short(_ profile: RuleProfile) -> String { profile.id + " (" + dates(profile) + ")" }

  private func dates(_ profile: RuleProfile) -> String {
    let from = formats.shortDate(profile.validFrom)
    guard let end = profile.validTo else {
      return formats.say(fr: "depuis le " + from, en: "since " + from)
    }
    let to = formats.shortDate(end)
    return formats.say(fr: "du \(from) au \(to)", en: "from \(from) to \(to)")
  }

  private func confirmation(_ profile: RuleProfile) -> String {
    let open = profile.unconfirmed.count
    guard open > 0 else { return "" }
    let all = profile.figures.count
    return formats.say(
      fr: " ; \(open) chiffre(s) sur \(all) non confirmé(s) par un texte officiel",
      en: "; \(open) of \(all) figure(s) not confirmed by an official text")
  }

  /// Title of a status.
  public func status(_ status: Figure.Status) -> String {
    switch status {
    case .confirmed: formats.say(fr: "confirmé", en: "confirmed")
    case .secondary: formats.say(fr: "source secondaire", en: "secondary source")
    case .assumed: formats.say(fr: "supposé", en: "assumed")
    }
  }
}

extension PlanIndex {
  /// Profiles of the plan, described; those that neither the scenario nor Camin knows by their name alone.
  func profileTexts(_ language: Language) -> [String] {
    let words = ProfileWords(language)
    return plan.profiles.map { id in profile(id).map(words.text) ?? id }
  }

  /// One line for the foot of a run sheet: the rules that a mode falls under, with their dates; empty where none is
  /// known.
  func rulesFoot(_ mode: Mode, _ formats: Formats) -> String {
    let kinds =
      switch mode {
      case .volunteer: ["volunteer", "tus"]
      case .tad: ["tad"]
      case .vsl: ["tap", "vsl"]
      case .taxi: ["tap", "taxi", "tad"]
      }
    let profiles = plan.profiles.compactMap(profile).filter { kinds.contains($0.kind) }
    guard !profiles.isEmpty else { return "" }
    let words = ProfileWords(formats.language)
    let list = profiles.map(words.short).joined(separator: ", ")
    let isOpen = profiles.contains { !$0.unconfirmed.isEmpty }
    return formats.say(fr: "Règles : ", en: "Rules: ") + list
      + (isOpen
        ? formats.say(
          fr: ". Certains chiffres ne sont pas confirmés par un texte officiel.",
          en: ". Some figures are not confirmed by an official text.") : ".")
  }
}

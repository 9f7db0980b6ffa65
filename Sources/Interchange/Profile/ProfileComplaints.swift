import Planning

/// What can be wrong with what a rule profile says.
extension Complaint {
  static func unknownRuleKind(_ kinds: [String], nearest: String?) -> Complaint {
    let list = kinds.joined(separator: ", ")
    return Complaint(
      "unknown-rule-kind",
      cause: Bilingual(fr: "Ce n’est pas une sorte de règle.", en: "This is no kind of rule."),
      remedy: Bilingual(
        fr: "Écrivez l’une de ces sortes : \(list). La plus proche : \(nearest ?? "–").",
        en: "Use one of: \(list). The nearest: \(nearest ?? "–")."))
  }

  static func unknownFigure(_ kind: RuleKind, nearest: String?) -> Complaint {
    let name = nearest ?? "–"
    return Complaint(
      "unknown-figure",
      cause: Bilingual(
        fr: "Camin ne connaît pas ce chiffre dans un profil « \(kind.rawValue) ».",
        en: "Camin knows no such figure in a profile of kind “\(kind.rawValue)”."),
      remedy: Bilingual(
        fr: "Le nom connu le plus proche est « \(name) » ; corrigez, ou retirez le chiffre.",
        en: "The nearest known name is “\(name)”; correct it, or remove the figure."))
  }

  static func missingFigure(_ key: FigureKey) -> Complaint {
    let units = key.measure.units.joined(separator: " | ")
    return Complaint(
      "missing-figure",
      cause: Bilingual(
        fr: "Le profil ne dit rien de « \(key.key) ».", en: "The profile has no “\(key.key)”."),
      remedy: Bilingual(
        fr: "Ajoutez ce chiffre avec son unité (\(units)), sa source et son statut.",
        en: "Add the figure with its unit (\(units)), source and status."))
  }

  static func wrongUnit(_ key: FigureKey) -> Complaint {
    let units = key.measure.units.joined(separator: " | ")
    return Complaint(
      "wrong-unit",
      cause: Bilingual(
        fr: "« \(key.key) » se donne dans une autre unité.",
        en: "“\(key.key)” is stated in another unit."),
      remedy: Bilingual(fr: "Donnez-le en \(units).", en: "State it in \(units)."))
  }

  static let negativeFigure = Complaint(
    "bad-figure",
    cause: Bilingual(fr: "Le chiffre est négatif.", en: "The figure is negative."),
    remedy: Bilingual(fr: "Donnez zéro ou davantage.", en: "State zero or more."))

  static let noFlag = Complaint(
    "bad-figure",
    cause: Bilingual(
      fr: "Ce chiffre répond par oui ou par non.", en: "This figure answers yes or no."),
    remedy: Bilingual(fr: "Écrivez 1 pour oui, 0 pour non.", en: "Write 1 for yes, 0 for no."))

  static func endsBeforeItBegins(_ profile: RuleProfile) -> Complaint {
    Complaint(
      "bad-validity",
      cause: Bilingual(
        fr: "Le profil finit avant d’entrer en vigueur (\(profile.validFrom.text)).",
        en: "The profile ends before it comes into force (\(profile.validFrom.text))."),
      remedy: Bilingual(
        fr: "Corrigez l’une des deux dates, ou retirez valid_to.",
        en: "Correct one of the two dates, or remove valid_to."))
  }

  static func notInForce(_ date: PlanDate) -> Complaint {
    Complaint(
      "profile-not-in-force",
      cause: Bilingual(
        fr: "Le profil n’est pas en vigueur le \(date.text).",
        en: "The profile is not in force on \(date.text)."),
      remedy: Bilingual(
        fr: "Prolongez-le s’il vaut toujours, ou donnez celui qui l’a remplacé.",
        en: "Extend it if it still holds, or give the one that has replaced it."))
  }
}

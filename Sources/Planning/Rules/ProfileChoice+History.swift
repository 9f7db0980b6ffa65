extension ProfileChoice {
  /// How far volunteers' trips are looked back on makes sense (R38).
  mutating func checkHistory(in profile: RuleProfile) {
    let weeks = FigureKey.historyWeeks
    guard let figure = profile.figures[weeks.key],
      !(figure.value.rounded() == figure.value && (1...104).contains(figure.value))
    else { return }
    collector.add(
      "bad-figure", at: place(of: weeks, in: profile), value: "\(figure.value) \(figure.unit)",
      cause: Bilingual(
        fr: "Le profil \(profile.id) ne compte pas les courses récentes en semaines entières.",
        en: "Profile \(profile.id) does not count recent trips in whole weeks."),
      remedy: Bilingual(
        fr: "Donnez de 1 à 104 semaines.", en: "Give 1 to 104 weeks."))
  }
}

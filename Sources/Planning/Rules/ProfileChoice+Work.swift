extension ProfileChoice {
  /// Working rules of several figures are whole and make sense (R31).
  mutating func checkWork(in profile: RuleProfile, _ kind: RuleKind) {
    guard (FigureKey.workingKinds + [.volunteer]).contains(kind) else { return }
    for set in FigureKey.workingSets(kind) {
      guard set.contains(where: { profile.figures[$0.key] != nil }) else { continue }
      for key in set where profile.figures[key.key] == nil {
        var needed = key
        needed.optional = false
        check(needed, in: profile)
      }
    }
    let hours = [FigureKey.meal(kind), .mealFrom(kind), .mealUntil(kind)]
    let times = hours.compactMap { profile.figures[$0.key].map(RuleBook.seconds) }
    guard times.count == 3, times[1] + times[0] > times[2] || times[2] > 48 * 3600 else { return }
    collector.add(
      "bad-figure", at: place(of: .mealUntil(kind), in: profile),
      value: profile.figures[FigureKey.mealUntil(kind).key].map { "\($0.value) \($0.unit)" } ?? "",
      cause: Bilingual(
        fr: "Le repas du profil \(profile.id) ne tient pas entre meal_from et meal_until.",
        en: "The meal of profile \(profile.id) does not fit between meal_from and meal_until."),
      remedy: Bilingual(
        fr: "Donnez des heures de la journée, par exemple de 11,5 à 14,5 h pour 45 min.",
        en: "Give hours of the day, for example 11.5 to 14.5 h for 45 min."))
  }
}

extension ProfileChoice {
  /// What a profile says of booking deadlines is whole and makes sense (R58).
  mutating func checkCutoff(in profile: RuleProfile, _ kind: RuleKind) {
    for var key in FigureKey.missing(besides: Set(profile.figures.keys), in: kind) {
      key.optional = false
      check(key, in: profile)
    }
    let (days, time) = (FigureKey.cutoffDays(kind), FigureKey.cutoffTime(kind))
    if let figure = profile.figures[days.key],
      !(figure.value.rounded() == figure.value && figure.value <= 366)
    {
      collector.add(
        "bad-figure", at: place(of: days, in: profile), value: "\(figure.value) \(figure.unit)",
        cause: Bilingual(
          fr:
            "Le délai de réservation du profil \(profile.id) n’est pas un nombre entier de jours.",
          en: "The notice of profile \(profile.id) is no whole number of days."),
        remedy: Bilingual(
          fr: "Donnez de 0 (le jour même) à 366.", en: "Give 0 (the day itself) to 366."))
    }
    if let figure = profile.figures[time.key], time.measure.units.contains(figure.unit),
      !(figure.value < 86_400) || RuleBook.seconds(figure) >= 86_400
    {
      collector.add(
        "bad-figure", at: place(of: time, in: profile), value: "\(figure.value) \(figure.unit)",
        cause: Bilingual(
          fr: "L’heure limite de réservation du profil \(profile.id) est après 24 h.",
          en: "The booking deadline of profile \(profile.id) lies after 24:00."),
        remedy: Bilingual(
          fr: "Donnez une heure de la journée, par exemple 16 ou 16,5 h.",
          en: "Give an hour of the day, for example 16 or 16.5."))
    }
  }
}

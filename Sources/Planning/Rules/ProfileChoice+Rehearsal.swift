extension ProfileChoice {
  /// What a profile says of how days turn out is whole, and its chances are chances (R49).
  mutating func checkChances(in profile: RuleProfile) {
    let before = collector.faults.count
    for name in profile.bands {
      for key in [FigureKey.bandFrom(name), .bandUntil(name), .bandSpread(name)] {
        check(key, in: profile)
      }
    }
    for name in profile.careNames {
      for key in [FigureKey.careChance(name), .careLeast(name), .careMean(name)] {
        check(key, in: profile)
      }
    }
    guard collector.faults.count == before else { return }
    var chances: [FigureKey] = [.noShowChance, .refusedChance, .careChance(FigureKey.anyCare)]
    chances +=
      [.careCarriedShare, .punctualityTarget] + profile.careNames.map(FigureKey.careChance)
    for key in chances { checkLimit(1, of: key, in: profile) }
    // Beyond that, a day in a hundred would take a hundred times as long as planned.
    var spreads: [FigureKey] = [.travelDay, .travelLeg, .serviceSpread]
    spreads += profile.bands.map(FigureKey.bandSpread)
    for key in spreads { checkLimit(2, of: key, in: profile) }
    for name in profile.bands { checkBand(name, in: profile) }
  }

  private mutating func checkLimit(_ most: Double, of key: FigureKey, in profile: RuleProfile) {
    // A wrong unit is told already.
    guard let figure = profile.figures[key.key], key.measure.units.contains(figure.unit),
      figure.value > most
    else { return }
    collector.add(
      "bad-figure", at: place(of: key, in: profile), value: "\(figure.value) \(figure.unit)",
      cause: Bilingual(
        fr: "Le chiffre « \(key.key) » du profil \(profile.id) dépasse \(Int(most)).",
        en: "Figure “\(key.key)” of profile \(profile.id) is above \(Int(most))."),
      remedy: Bilingual(
        fr: "Donnez une valeur entre 0 et \(Int(most)) ; 0,05 veut dire 5 %.",
        en: "Give a value between 0 and \(Int(most)); 0.05 means 5%."))
  }

  private mutating func checkBand(_ name: String, in profile: RuleProfile) {
    let keys = [FigureKey.bandFrom(name), .bandUntil(name)]
    let times = keys.compactMap { profile.figures[$0.key].map(RuleBook.seconds) }
    guard times.count == 2, times[0] >= times[1] || times[1] > 48 * 3600 else { return }
    collector.add(
      "bad-figure", at: place(of: keys[1], in: profile),
      value: profile.figures[keys[1].key].map { "\($0.value) \($0.unit)" } ?? "",
      cause: Bilingual(
        fr:
          "La plage « \(name) » du profil \(profile.id) finit avant de commencer, ou après 48 h.",
        en: "Stretch “\(name)” of profile \(profile.id) ends before it begins, or after 48 h."),
      remedy: Bilingual(
        fr: "Donnez des heures de la journée, par exemple de 7,5 à 9 h.",
        en: "Give hours of the day, for example 7.5 to 9."))
  }
}

extension ProfileChoice {
  /// What the roads' profile says of pace is whole and makes sense (R23).
  mutating func checkPace(in profile: RuleProfile) {
    for name in profile.roadProfiles { checkFactor(.profileFactor(name), in: profile) }
    for name in profile.slowTimes {
      let keys: [FigureKey] = [.slowFrom(name), .slowUntil(name)]
      let before = collector.faults.count
      for key in keys { check(key, in: profile) }
      checkFactor(.slowFactor(name), in: profile)
      guard collector.faults.count == before else { continue }
      let times = keys.compactMap { profile.figures[$0.key].map(RuleBook.seconds) }
      guard times.count == 2, times[0] >= times[1] || times[1] > 48 * 3600 else { continue }
      collector.add(
        "bad-figure", at: place(of: keys[1], in: profile),
        value: profile.figures[keys[1].key].map { "\($0.value) \($0.unit)" } ?? "",
        cause: Bilingual(
          fr:
            "La plage « \(name) » du profil \(profile.id) finit avant de commencer, ou après 48 h.",
          en: "Stretch “\(name)” of profile \(profile.id) ends before it begins, or after 48 h."),
        remedy: Bilingual(
          fr:
            "Donnez des heures de la journée, par exemple de 7,5 à 9 h ; après minuit, 24 et plus.",
          en: "Give hours of the day, for example 7.5 to 9; after midnight, 24 and more."))
    }
  }

  /// A factor is there where its stretch or profile is named, and above zero.
  private mutating func checkFactor(_ key: FigureKey, in profile: RuleProfile) {
    let before = collector.faults.count
    var needed = key
    needed.optional = false
    check(needed, in: profile)
    guard collector.faults.count == before, profile.figures[key.key]?.value == 0 else { return }
    collector.add(
      "bad-figure", at: place(of: key, in: profile), value: "0",
      cause: Bilingual(
        fr: "Le facteur « \(key.key) » du profil \(profile.id) est nul.",
        en: "Factor “\(key.key)” of profile \(profile.id) is zero."),
      remedy: Bilingual(
        fr: "Donnez un nombre positif ; 1 ne change rien.",
        en: "Give a number above zero; 1 changes nothing."))
  }
}

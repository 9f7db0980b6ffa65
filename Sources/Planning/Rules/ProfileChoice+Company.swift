extension ProfileChoice {
  /// What the needs' profile says of classes is a flag, and the same either way round (R13).
  mutating func checkMixing(in profile: RuleProfile) {
    for (first, second) in MixingClasses.entries(in: profile) {
      let key = FigureKey.mix(first, second)
      check(key, in: profile)
      // Told once, at the second of the two names.
      guard first > second, let figure = profile.figures[key.key],
        let other = profile.figures[FigureKey.mix(second, first).key],
        (figure.value == 0) != (other.value == 0)
      else { continue }
      collector.add(
        "bad-figure", at: place(of: key, in: profile), value: "\(figure.value) \(figure.unit)",
        cause: Bilingual(
          fr: "Le profil \(profile.id) dit le contraire pour « mix.\(second).\(first) ».",
          en: "Profile \(profile.id) says the opposite for “mix.\(second).\(first)”."),
        remedy: Bilingual(fr: "N’en gardez qu’un.", en: "Keep one of them."))
    }
  }

  /// The detour of patients is measured by something (R8).
  mutating func checkDetours(in profile: RuleProfile) {
    let keys: [FigureKey] = [.detourOfPatient, .detourOfTour]
    guard keys.allSatisfy({ profile.figures[$0.key]?.value == 0 }) else { return }
    collector.add(
      "bad-figure", at: place(of: keys[1], in: profile), value: "0 flag",
      cause: Bilingual(
        fr: "Le profil \(profile.id) ne mesure le détour ni par le patient ni par la tournée.",
        en: "Profile \(profile.id) measures the detour neither by the patient nor by the tour."),
      remedy: Bilingual(
        fr: "Mettez à 1 l’un des deux, ou les deux.", en: "Set one of the two to 1, or both."))
  }
}

/// Chooses the profile of each kind and finds what is wrong with it.
struct ProfileChoice {
  let scenario: Scenario
  let shipped: [RuleProfile]
  var collector: FaultCollector

  init(scenario: Scenario, shipped: [RuleProfile], lookup: @escaping FaultLookup) {
    self.scenario = scenario
    self.shipped = shipped
    collector = FaultCollector(lookup)
  }

  mutating func choose() -> ([RuleKind: RuleProfile], [Fault]) {
    checkOwnProfiles()
    var book: [RuleKind: RuleProfile] = [:]
    for kind in RuleKind.allCases {
      guard let profile = profile(of: kind) else { continue }
      book[kind] = profile
      for key in FigureKey.all where key.kind == kind { check(key, in: profile) }
      if kind == .roads { checkPace(in: profile) }
      if kind == .needs {
        checkPlaces(in: profile)
        checkMixing(in: profile)
      }
      if kind == .tap { checkDetours(in: profile) }
      if kind == .rehearsal { checkChances(in: profile) }
      checkWork(in: profile, kind)
      checkCutoff(in: profile, kind)
      if kind == .objective { checkHistory(in: profile) }
    }
    for kind in scenario.territory.profiles.keys.sorted() where RuleKind(rawValue: kind) == nil {
      collector.add(
        "unknown-rule-kind", at: ObjectKey(.territory, field: "profiles"), value: kind,
        cause: Bilingual(
          fr: "« \(kind) » n’est pas une sorte de règle.", en: "“\(kind)” is no kind of rule."),
        remedy: oneOfKinds)
    }
    return (book, collector.faults)
  }

  /// What the needs' profile says of kinds of places is a time (R11).
  private mutating func checkPlaces(in profile: RuleProfile) {
    for name in profile.figures.keys.sorted() where name.hasPrefix("place.") {
      if let key = FigureKey.known(name, in: .needs) { check(key, in: profile) }
    }
  }

  private var oneOfKinds: Bilingual {
    let kinds = RuleKind.allCases.map(\.rawValue).joined(separator: ", ")
    return Bilingual(fr: "Écrivez l’une de ces sortes : \(kinds).", en: "Use one of: \(kinds).")
  }

  private mutating func checkOwnProfiles() {
    var seen: Set<String> = []
    for (i, profile) in scenario.profiles.enumerated() {
      if RuleKind(rawValue: profile.kind) == nil {
        collector.add(
          "unknown-rule-kind",
          at: ObjectKey(.profile, index: i, id: profile.id, field: "kind"), value: profile.kind,
          cause: Bilingual(
            fr: "Le profil \(profile.id) est d’une sorte inconnue.",
            en: "Profile \(profile.id) is of an unknown kind."),
          remedy: oneOfKinds)
      }
      if !seen.insert(profile.id).inserted {
        collector.add(
          "duplicate-profile", at: ObjectKey(.profile, index: i, id: profile.id, field: "id"),
          value: profile.id,
          cause: Bilingual(
            fr: "Deux profils portent le nom \(profile.id).",
            en: "Two profiles are called \(profile.id)."),
          remedy: Bilingual(fr: "Renommez l’un des deux.", en: "Rename one of them."))
      }
    }
  }

  private mutating func profile(of kind: RuleKind) -> RuleProfile? {
    let own = scenario.profiles.filter { $0.kind == kind.rawValue }
    let known =
      own
      + shipped.filter { profile in
        profile.kind == kind.rawValue && !own.contains { $0.id == profile.id }
      }
    let date = scenario.territory.date
    if let name = scenario.territory.profiles[kind.rawValue] {
      guard let profile = known.first(where: { $0.id == name }) else {
        reportMissing(kind, named: name, known: known)
        return nil
      }
      if !profile.isInForce(on: date) { reportExpired(profile) }
      return profile
    }
    let inForce = known.filter { $0.isInForce(on: date) }
    // The scenario's own come first in `known`, so that they win where dates are equal.
    let latest = inForce.map(\.validFrom).max()
    guard let profile = inForce.first(where: { $0.validFrom == latest }) else {
      reportMissing(kind, named: "", known: known)
      return nil
    }
    return profile
  }

  private mutating func reportMissing(_ kind: RuleKind, named name: String, known: [RuleProfile]) {
    let date = scenario.territory.date.text
    let ids = known.map(\.id).sorted().joined(separator: ", ")
    let cause =
      name.isEmpty
      ? Bilingual(
        fr: "Aucun profil de règles « \(kind.rawValue) » n’est en vigueur le \(date).",
        en: "No rule profile of kind “\(kind.rawValue)” is in force on \(date).")
      : Bilingual(
        fr: "Le profil de règles « \(name) » est inconnu.",
        en: "There is no rule profile “\(name)”.")
    collector.add(
      "missing-profile", at: ObjectKey(.territory, field: "profiles"),
      value: name.isEmpty ? kind.rawValue : name, cause: cause,
      remedy: Bilingual(
        fr: "Profils connus : \(ids). Vous pouvez aussi en fournir un avec le scénario.",
        en: "Known profiles: \(ids). You may also supply one with the scenario."))
  }

  private mutating func reportExpired(_ profile: RuleProfile) {
    let span =
      profile.validFrom.text + " – " + (profile.validTo?.text ?? "…")
    let date = scenario.territory.date.text
    collector.add(
      "profile-not-in-force", at: ObjectKey(.territory, field: "profiles"), value: profile.id,
      cause: Bilingual(
        fr: "Le profil \(profile.id) (\(span)) n’est pas en vigueur le \(date).",
        en: "Profile \(profile.id) (\(span)) is not in force on \(date)."),
      remedy: Bilingual(
        fr: "Choisissez un profil en vigueur ce jour-là.",
        en: "Choose a profile in force on that day."))
  }

  func place(of key: FigureKey, in profile: RuleProfile) -> ObjectKey {
    let index = scenario.profiles.firstIndex { $0.id == profile.id }
    return index.map {
      ObjectKey(.profile, index: $0, id: profile.id, field: "figures." + key.key)
    } ?? ObjectKey(.territory, field: "profiles")
  }

  mutating func check(_ key: FigureKey, in profile: RuleProfile) {
    let place = place(of: key, in: profile)
    guard let figure = profile.figures[key.key] else {
      if key.optional { return }
      collector.add(
        "missing-figure", at: place, value: key.key,
        cause: Bilingual(
          fr: "Le profil \(profile.id) ne dit rien de « \(key.key) ».",
          en: "Profile \(profile.id) has no figure “\(key.key)”."),
        remedy: Bilingual(
          fr: "Ajoutez ce chiffre avec son unité (\(units(key))), sa source et son statut.",
          en: "Add the figure with its unit (\(units(key))), source and status."))
      return
    }
    if !key.measure.units.contains(figure.unit) || !figure.value.isFinite || figure.value < 0 {
      collector.add(
        "bad-figure", at: place, value: "\(figure.value) \(figure.unit)",
        cause: Bilingual(
          fr: "Le chiffre « \(key.key) » du profil \(profile.id) est négatif ou d’une autre unité.",
          en: "Figure “\(key.key)” of profile \(profile.id) is negative or in another unit."),
        remedy: Bilingual(
          fr: "Donnez une valeur positive ou nulle en \(units(key)).",
          en: "State a value of zero or more in \(units(key))."))
    }
  }

  private func units(_ key: FigureKey) -> String { key.measure.units.joined(separator: " | ") }
}

extension RuleProfile {
  /// Whether the profile holds on a day.
  public func isInForce(on date: PlanDate) -> Bool {
    validFrom <= date && validTo.map { date <= $0 } ?? true
  }
}

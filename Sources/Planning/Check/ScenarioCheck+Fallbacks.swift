extension ScenarioCheck {
  /// R33: outside fallbacks have names of their own, prices and budgets that can be reckoned with, and known needs.
  mutating func checkFallbacks() {
    let territory = scenario.territory
    func key(_ index: Int, _ field: String) -> ObjectKey {
      ObjectKey(.territory, id: territory.id, field: "fallbacks.\(index).\(field)")
    }
    requireUnique(
      territory.fallbacks.enumerated().map { index, fallback in
        var place = key(index, "id")
        place.id = fallback.id
        return place
      })
    for (index, fallback) in territory.fallbacks.enumerated() {
      let prices = [
        ("fixed", fallback.fixed), ("perKilometre", fallback.perKilometre),
        ("budget", fallback.budget),
      ]
      for (field, euros) in prices { requirePayable(euros, at: key(index, field)) }
      requireNotNegative(fallback.longestKilometres, at: key(index, "longestKilometres"))
      requireNeeds(fallback.needsAccepted, at: key(index, "needsAccepted"))
      if fallback.fixed == 0, fallback.perKilometre == 0 {
        faults.add(
          "no-price", at: key(index, "fixed"), value: "0",
          cause: Bilingual(
            fr: "Le recours extérieur \(fallback.id) n’a pas de prix.",
            en: "Outside fallback \(fallback.id) has no price."),
          remedy: Bilingual(
            fr: "Donnez un prix par trajet (fixed) ou par kilomètre (per_km).",
            en: "Give a price for each leg (fixed) or kilometre (per_km)."))
      }
    }
  }

  /// An amount of euros that can be counted in cents.
  private mutating func requirePayable(_ euros: Double, at key: ObjectKey) {
    guard !(0...1_000_000).contains(euros) else { return }
    faults.add(
      "negative", at: key, value: "\(euros)",
      cause: Bilingual(
        fr: "Le montant est négatif, au-delà d’un million d’euros, ou n’est pas un nombre.",
        en: "The amount is negative, beyond a million euros, or not a number."),
      remedy: Bilingual(fr: "Donnez un montant en euros.", en: "Give an amount in euros."))
  }
}

import Planning

/// What one outside fallback does on the day, and what is left of its budget (R33).
struct OutsideUse: Sendable {
  let title: String
  /// Euros; `nil` where the scenario does not know the fallback.
  let budget: Double?
  let rides: [OutsideRide]

  var spent: Double { rides.reduce(0) { $0 + $1.price } }

  /// `2 trajets, 38,50 € sur 120,00 €`.
  func text(_ formats: Formats) -> String {
    let legs = formats.count(
      rides.count, Bilingual(fr: "trajet", en: "leg"), Bilingual(fr: "trajets", en: "legs"))
    let spent = formats.euros(spent)
    guard let budget else { return legs + ", " + spent }
    let all = formats.euros(budget)
    return formats.say(
      fr: "\(legs), \(spent) sur \(all)", en: "\(legs), \(spent) of \(all)")
  }
}

extension PlanIndex {
  /// Whether anybody outside takes riders, or could have.
  var hasOutside: Bool { !scenario.territory.fallbacks.isEmpty || !plan.outside.isEmpty }

  /// The fallbacks in the territory's order, then those that only the plan names.
  var outsideUse: [OutsideUse] {
    let known = scenario.territory.fallbacks
    var others: [String] = []
    for ride in plan.outside where !known.contains(where: { $0.id == ride.fallback }) {
      if !others.contains(ride.fallback) { others.append(ride.fallback) }
    }
    return known.map { fallback in
      OutsideUse(
        title: fallback.title, budget: fallback.budget,
        rides: plan.outside.filter { $0.fallback == fallback.id })
    }
      + others.map { id in
        OutsideUse(title: id, budget: nil, rides: plan.outside.filter { $0.fallback == id })
      }
  }

  /// Ends of the legs that no run serves, given away outside or not.
  var placesWithoutRun: [String] {
    let ids = plan.outside.map(\.leg) + plan.unserved.flatMap(\.legs)
    return ids.compactMap { legs[$0]?.leg }.flatMap { [$0.from, $0.to] }
  }

  func fallbackTitle(_ id: String) -> String {
    scenario.territory.fallbacks.first { $0.id == id }?.title ?? id
  }
}

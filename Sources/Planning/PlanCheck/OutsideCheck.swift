/// Checks what a plan gives to outside fallbacks (R33): whom they take, at what price, within which budget.
struct OutsideCheck {
  private let terms: OutsideTerms
  private let day: Day
  private let plan: Plan

  init(_ terms: OutsideTerms, _ plan: Plan) {
    self.terms = terms
    day = terms.day
    self.plan = plan
  }

  func violations() -> [PlanViolation] {
    plan.outside.flatMap { violations(of: $0) } + terms.fallbacks.compactMap(overspent) + torn()
  }

  /// Legs that the day does not know are told elsewhere.
  private func violations(of ride: OutsideRide) -> [PlanViolation] {
    guard let leg = day.legIndex[ride.leg] else { return [] }
    guard let fallback = terms.fallbacks.first(where: { $0.id == ride.fallback }) else {
      return [
        violation(
          "unknown-fallback", ride,
          Bilingual(
            fr: "Le territoire ne connaît pas de recours « \(ride.fallback) ».",
            en: "The territory knows no fallback “\(ride.fallback)”."))
      ]
    }
    var found = terms.refusals(leg, fallback).map { refusal in
      violation(
        "outside-not-eligible", ride,
        Bilingual(
          fr: "\(fallback.title) : \(refusal.text.fr)", en: "\(fallback.title): \(refusal.text.en)")
      )
    }
    let right = Double(terms.cents(leg, fallback)) / 100
    if !(abs(ride.price - right) < 0.005) {
      let (told, price) = (Shown.euros(ride.price), Shown.euros(right))
      var wrong = violation(
        "outside-price", ride,
        Bilingual(
          fr: "Le trajet \(ride.leg) coûte \(price.fr), pas \(told.fr).",
          en: "Leg \(ride.leg) costs \(price.en), not \(told.en)."))
      (wrong.value, wrong.limit, wrong.unit) = (ride.price, right, "EUR")
      found.append(wrong)
    }
    let dayLeg = day.legs[leg]
    if (ride.booking, ride.rider) != (dayLeg.booking.id, dayLeg.rider.id) {
      found.append(
        violation(
          "outside-names", ride,
          Bilingual(
            fr:
              "Le trajet \(ride.leg) est de la demande \(dayLeg.booking.id), de \(dayLeg.rider.id).",
            en: "Leg \(ride.leg) is of booking \(dayLeg.booking.id), of \(dayLeg.rider.id).")))
    }
    return found
  }

  private func overspent(_ fallback: OutsideFallback) -> PlanViolation? {
    let rides = plan.outside.filter { $0.fallback == fallback.id }
    let spent = rides.compactMap { day.legIndex[$0.leg] }.reduce(0) {
      $0 + terms.cents($1, fallback)
    }
    let (euros, most) = (Double(spent) / 100, fallback.budget)
    guard spent > Int((most * 100).rounded()) else { return nil }
    return PlanViolation(
      rule: "outside-budget", legs: rides.map(\.leg), riders: rides.map(\.rider), value: euros,
      limit: most, unit: "EUR",
      text: Bilingual(
        fr: "\(fallback.title) : les trajets confiés dépassent le budget du jour.",
        en: "\(fallback.title): the legs given away exceed the budget of the day."))
  }

  /// Legs of one rider that go together, of which some are given away and others left unserved.
  private func torn() -> [PlanViolation] {
    let given = Set(plan.outside.map(\.leg))
    let refused = Set(plan.unserved.flatMap(\.legs)).subtracting(given)
    return terms.units.compactMap { unit in
      let ids = unit.map { day.legs[$0].leg.id }
      guard ids.contains(where: given.contains), ids.contains(where: refused.contains) else {
        return nil
      }
      return PlanViolation(
        rule: "outside-part", legs: ids, riders: [day.legs[unit[0]].rider.id],
        text: Bilingual(
          fr: "Ces trajets vont ensemble : le recours extérieur les prend tous ou aucun.",
          en: "These legs go together: the outside fallback takes all or none of them."))
    }
  }

  private func violation(_ rule: String, _ ride: OutsideRide, _ text: Bilingual) -> PlanViolation {
    PlanViolation(rule: rule, legs: [ride.leg], riders: [ride.rider], text: text)
  }
}

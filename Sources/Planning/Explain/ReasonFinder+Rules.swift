internal import DialARide

extension ReasonFinder {
  /// One wish of a driver or decision of the coordinator, not of the law, that alone stands in the way and
  /// without which the leg was inserted in the plan as it stands: what is least over its limit first.
  func ruleChange(_ leg: Int) -> LeastChange? {
    // What the coordinator has fixed leaves nobody else.
    guard compiled.eligibility.assigned[leg] == nil else { return nil }
    let rows = compiled.eligibility.refusals(of: leg)
    let near = rows.indices.filter { r in
      rows[r].count == 1 && rows[r][0].isNegotiable && !day.resources[r].shifts.isEmpty
    }.sorted { (rows[$0][0].excess, $0) < (rows[$1][0].excess, $1) }
    for resource in near.prefix(Self.mostRules) where goesOn() {
      let lifted = LiftedRule(compiled, stand, leg: leg, resource: resource)
      if let change = change(rows[resource][0], day.resources[resource], leg, lifted) {
        return change
      }
    }
    return nil
  }

  /// Drivers for whom the one rule is lifted.
  private static let mostRules = 30

  private func change(
    _ refusal: Refusal, _ resource: DayResource, _ leg: Int, _ lifted: LiftedRule
  ) -> LeastChange? {
    switch refusal.cause {
    case .yearDone: return kilometresOfTheYear(resource, leg, lifted)
    case .noRoom: return places(resource, leg, lifted)
    default: break
    }
    guard lifted.canServe() else { return nil }
    let words = ChangeWords(resource: resource, leg: day.legs[leg].leg.id)
    let excess = (refusal.value ?? 0) - (refusal.limit ?? 0)
    let text: Bilingual
    if refusal.cause == .outsideRadius {
      let more = Shown.number(excess)
      text = words.ofDriver(
        Bilingual(
          fr: "acceptait d’aller \(more.fr) km plus loin de chez lui",
          en: "accepted to go \(more.en) km farther from home"))
    } else {
      let name = resource.named
      text = Bilingual(
        fr: "Sans cette règle, \(name.fr) pourrait assurer le trajet : \(refusal.text.fr)",
        en: "Without this rule, \(name.en) could serve the leg: \(refusal.text.en)")
    }
    return LeastChange(
      kind: ChangeKind.rule.rawValue, amount: excess, unit: refusal.unit, resource: resource.id,
      text: text)
  }

  /// The year's offer is used up: how many kilometres more would do, as far as a day's limit goes.
  private func kilometresOfTheYear(
    _ resource: DayResource, _ leg: Int, _ lifted: LiftedRule
  ) -> LeastChange? {
    let most = day.metresOfADay(resource) / 1000
    let found = Self.least(most) { kilometres in
      goesOn()
        && lifted.canServe { draft, vehicles in
          DriverLimit.distance.set(Double(kilometres * 1000), of: vehicles, in: &draft)
        }
    }
    return found.map { kilometres in
      LeastChange(
        kind: ChangeKind.moreKilometresAYear.rawValue, amount: Double(kilometres), unit: "km",
        resource: resource.id,
        text: ChangeWords(resource: resource, leg: day.legs[leg].leg.id).ofDriver(
          ChangeWords.limit(.moreKilometresAYear, kilometres, most: kilometres)))
    }
  }

  /// The layout that lacks fewest places, with those of the one kind that it lacks.
  private func places(_ resource: DayResource, _ leg: Int, _ lifted: LiftedRule) -> LeastChange? {
    let load = day.legs[leg].load
    let lacking = resource.layouts.map { layout in
      load.map { (name: $0.key, count: $0.value - layout[$0.key, default: 0]) }
        .filter { $0.count > 0 }
    }
    let dimensions = VehicleCompiler(day, purpose: .search).dimensions
    guard
      let least = lacking.filter({ $0.count == 1 }).map({ $0[0] }).min(by: { $0.count < $1.count }),
      let k = dimensions.firstIndex(of: least.name)
    else { return nil }
    let canServe = lifted.canServe { draft, vehicles in
      for v in vehicles {
        for l in draft.vehicles[v].layouts.indices {
          draft.vehicles[v].layouts[l][k] += least.count
        }
      }
    }
    guard canServe else { return nil }
    return LeastChange(
      kind: ChangeKind.moreRoom.rawValue, amount: Double(least.count), unit: least.name,
      resource: resource.id,
      text: ChangeWords(resource: resource, leg: day.legs[leg].leg.id).ofDriver(
        ChangeWords.room(least.name, least.count)))
  }

  /// The least whole number from 1 on that will do, if `most` does.
  private static func least(_ most: Int, _ does: (Int) -> Bool) -> Int? {
    guard most >= 1, does(most) else { return nil }
    var (low, high) = (1, most)
    while low < high {
      let middle = (low + high) / 2
      if does(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}

extension Refusal {
  /// How far over its limit the leg is, in the rule's unit; greatest where the rule is no number.
  fileprivate var excess: Double {
    guard let value, let limit else { return .infinity }
    return value - limit
  }
}

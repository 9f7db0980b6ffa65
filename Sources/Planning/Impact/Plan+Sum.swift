extension Plan {
  /// Plans of parts of a day that have no booking and no resource in common, as one plan of the whole day.
  ///
  /// Figures are reckoned anew over all of it. Whether the sum keeps every rule is for `PlanCheck` to say.
  public init(adding parts: [Plan], of day: Day, provenance: PlanProvenance) {
    let territory = day.scenario.territory
    let runs = parts.flatMap(\.runs).sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
    let order = Dictionary(
      day.scenario.bookings.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let unserved = parts.flatMap(\.unserved).sorted {
      (order[$0.booking] ?? 0) < (order[$1.booking] ?? 0)
    }
    let broken = parts.flatMap(\.tiers).filter { $0.id == "hard_rules" }
      .reduce(0) { $0 + Int($1.value) }
    self.init(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: day.travel.approximate, runs: runs,
      unserved: unserved, tiers: TierWriter(day: day, runs: runs).tiers(brokenRules: broken),
      indicators: Indicators(of: runs, unserved: unserved, day: day),
      profiles: day.rules.profileIds, provenance: provenance)
  }
}

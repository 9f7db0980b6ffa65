extension Plan {
  /// Plans of parts of a day that have no booking and no resource in common, as one plan of the whole day.
  ///
  /// Figures are reckoned anew over all of it. What nobody serves goes to the outside fallbacks of the whole day (R33), whose
  /// budget is one for all parts. Whether the sum keeps every rule is for `PlanCheck` to say.
  public init(adding parts: [Plan], of day: Day, provenance: PlanProvenance) {
    let territory = day.scenario.territory
    let runs = parts.flatMap(\.runs).sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
    let order = Dictionary(
      day.scenario.bookings.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let missing = parts.flatMap(\.unserved).sorted {
      (order[$0.booking] ?? 0) < (order[$1.booking] ?? 0)
    }
    let eligibility = Eligibility(day)
    let outside = OutsideAssignment(OutsideTerms(day, eligibility)).rides(
      for: Set(missing.flatMap(\.legs).compactMap { day.legIndex[$0] }))
    let taken = Set(outside.map(\.leg))
    let unserved = missing.compactMap { booking -> UnservedBooking? in
      var booking = booking
      booking.legs.removeAll(where: taken.contains)
      return booking.legs.isEmpty ? nil : booking
    }
    let broken = parts.flatMap(\.tiers).filter { $0.id == "hard_rules" }
      .reduce(0) { $0 + Int($1.value) }
    self.init(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: day.travel.approximate, runs: runs,
      outside: outside, unserved: unserved,
      tiers: TierWriter(day: day, runs: runs, standby: eligibility.standby, outside: outside)
        .tiers(brokenRules: broken),
      indicators: Indicators(of: runs, outside: outside, unserved: unserved, day: day),
      profiles: day.rules.profileIds, standby: eligibility.standbyIds, provenance: provenance,
      connections: parts.flatMap(\.connections))
  }
}

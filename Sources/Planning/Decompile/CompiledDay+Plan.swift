public import DialARide
internal import Verification

extension CompiledDay {
  /// Reads a solution back as a plan: runs with places and clock times, unserved bookings with reasons,
  /// figures (R35, R55, R62).
  ///
  /// Routes are given their best schedule; the solution must be feasible.
  ///
  /// - Parameters:
  ///   - effort: what may be spent on finding reasons.
  ///   - outside: legs that outside fallbacks take (R33); `nil`: those that they are best given.
  ///   - keepsTimes: routes keep the schedules that they have.
  public func plan(
    from solution: Solution, provenance: PlanProvenance,
    reasons effort: ReasonEffort = ReasonEffort(), outside given: [OutsideRide]? = nil,
    keepsTimes: Bool = false
  ) -> Plan {
    let solution = keepsTimes ? solution : solution.scheduled(in: problem)
    let left = unservedLegs(solution)
    let outside =
      given ?? OutsideAssignment(OutsideTerms(day, eligibility)).rides(for: Set(left))
    let taken = Set(outside.map(\.leg))
    let runs = solution.routes.compactMap { RunWriter(self, $0)?.run() }
      .sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
    let unserved = unservedBookings(
      left.filter { !taken.contains(day.legs[$0].leg.id) }, solution, effort)
    let territory = day.scenario.territory
    var plan = Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: day.travel.approximate, runs: runs,
      outside: outside, unserved: unserved,
      tiers: TierWriter(day: day, runs: runs, standby: eligibility.standby, outside: outside)
        .tiers(brokenRules: brokenRules(solution, runs)),
      indicators: Indicators(of: runs, outside: outside, unserved: unserved, day: day),
      profiles: day.rules.profileIds, standby: eligibility.standbyIds, provenance: provenance,
      connections: connections(in: runs))
    plan.unserved = otherForms(of: plan, effort)
    if let published {
      let changes = ChangeFinder(day, published, now: plan).changes()
      plan.tiers.append(Tier(id: "stability", value: changes.price, unit: "EUR"))
      plan.changes = changes
    }
    return plan
  }

  /// Feeder trips among the legs that are served, in their order.
  private func connections(in runs: [Run]) -> [Connection] {
    let served = Set(runs.flatMap(\.stops).map(\.leg))
    return day.legs.compactMap(\.leg.connection).filter { served.contains($0.leg) }
  }

  /// Rules broken: by the numeric problem, and by what the coordinator has assigned against the rules.
  private func brokenRules(_ solution: Solution, _ runs: [Run]) -> Int {
    let served = Set(runs.flatMap(\.stops).compactMap { day.legIndex[$0.leg] })
    return Verifier.violations(in: solution, of: problem).count
      + served.reduce(0) { $0 + eligibility.overridden($1).count }
  }

  /// Legs that no route serves, ascending.
  func unservedLegs(_ solution: Solution) -> [Int] {
    let served = Set(
      solution.routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    return day.legs.indices.filter { leg in
      requestOfLeg[leg].map { !served.contains($0) } ?? true
    }
  }

  /// The bookings of which a solution leaves some leg unserved, with reasons.
  ///
  /// - Parameters:
  ///   - wanted: ids of legs; bookings without any of them are left out. `nil`: all.
  ///   - others: ids of legs that somebody outside drives, and that nothing is to be said of.
  ///   - effort: what may be spent on finding reasons.
  public func unserved(
    in solution: Solution, only wanted: Set<String>? = nil, besides others: Set<String> = [],
    reasons effort: ReasonEffort
  ) -> [UnservedBooking] {
    let solution = solution.scheduled(in: problem)
    let left = unservedLegs(solution).filter { !others.contains(day.legs[$0].leg.id) }
    return unservedBookings(left, solution, effort) { leg in
      wanted?.contains(day.legs[leg].leg.id) ?? true
    }
  }

  private func unservedBookings(
    _ legs: [Int], _ solution: Solution, _ effort: ReasonEffort,
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> [UnservedBooking] {
    let legs = Set(legs)
    let missing = day.legsOfBooking.map { $0.filter(legs.contains) }
      .filter { $0.contains(where: isWanted) }
    guard !missing.isEmpty else { return [] }
    let finder = ReasonFinder(self, solution: solution, effort)
    let found = effort.map(missing) { missing in
      let booking = day.legs[missing[0]].booking
      return UnservedBooking(
        booking: booking.id, rider: booking.rider, legs: missing.map { day.legs[$0].leg.id },
        reasons: finder.reasons(for: missing))
    }
    // What binds each resource comes second, so that it takes no time from the reasons.
    return effort.map(found) { unserved in
      var unserved = unserved
      let own = unserved.reasons.filter { $0.code != .linkedLeg }.map(\.leg)
      unserved.bindings = Set(own).compactMap { day.legIndex[$0] }.sorted()
        .flatMap(finder.bindings(of:))
      return unserved
    }
  }
}

internal import Planning

/// Puts a sheet into a day, judges the day that comes of it, and leaves out what is at fault where that is asked for.
struct ImportMerge {
  let base: Scenario
  let sheet: BookingSheet
  let plan: ColumnPlan
  let request: ImportRequest
  let log: InputLog

  /// One way to put them together.
  private struct Attempt {
    var scenario: Scenario
    var bookings: [ImportChange]
    var riders: [ImportChange]
    var repeated: [Origin]
    var findings: ScenarioFindings
    var removesGone: Bool
  }

  /// - Returns: ids of the riders of all bookings taken in.
  func run(into outcome: inout ImportOutcome) -> Set<String> {
    var bad = Set(log.faults.filter { $0.place.file == plan.file }.compactMap(\.place.line))
    // What is no row's fault cannot be left out.
    let isBeyondRows = log.faults.contains { $0.place.file != plan.file || $0.place.line == nil }
    var good = sheet.entries.filter { $0.isSound && $0.lines.isDisjoint(with: bad) }
    var attempt = attempt(good, isWhole: bad.isEmpty)
    outcome.faults = attempt.findings.faults
    let found = lines(attempt.findings.faults)
    if request.acceptGoodRows, !found.isEmpty {
      good.removeAll { !$0.lines.isDisjoint(with: found) }
      bad.formUnion(found)
      attempt = self.attempt(good, isWhole: false)
    }
    outcome.bookings = attempt.bookings
    outcome.riders = attempt.riders
    outcome.repeated = attempt.repeated.compactMap(\.line)
    outcome.warnings = attempt.findings.warnings.filter { $0.place.file == plan.file }
    let isSound = attempt.findings.faults.isEmpty && !isBeyondRows
    if isSound, bad.isEmpty || request.acceptGoodRows {
      outcome.scenario = attempt.scenario
      // A booking is taken with all of its rows or with none.
      let taken = good.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
      let spoilt = sheet.entries.reduce(into: bad) { $0.formUnion($1.lines) }.subtracting(taken)
      outcome.leftOut = spoilt.sorted()
      outcome.removesGone = attempt.removesGone
    }
    return Set(good.map(\.booking.rider))
  }

  private func lines(_ faults: [Fault]) -> Set<Int> {
    Set(faults.filter { $0.place.file == plan.file }.compactMap(\.place.line))
  }

  /// - Parameter isWhole: no row has been left out, so that what is missing is missing.
  private func attempt(_ entries: [BookingSheet.Entry], isWhole: Bool) -> Attempt {
    // A ride that a standing order brings about on the day is known, though nobody has made a booking of it.
    let expansion = StandingExpansion(base, on: base.territory.date)
    let made = Set(expansion.added)
    let expected = expansion.scenario.bookings.filter { made.contains($0.id) }
    var bookings = Reconciliation(
      base.bookings + expected, map: sheet.map, mapped: plan.mapped)
    let unread = sheet.entries.filter(\.hasId).map(\.booking.id)
    bookings.run(entries, standing: Set(base.standing.map(\.booking.id)), present: Set(unread))
    let gone = bookings.changes.contains { $0.kind == .gone }
    let removesGone = request.removeGone && isWhole && gone
    if removesGone { bookings.removeGone() }
    bookings.removeUntouched(made)
    let told = InputLog()
    var riders = RiderMerge(base.riders, map: sheet.map, log: told)
    riders.run(entries, sheet.riders)
    var scenario = base
    scenario.bookings = bookings.bookings
    scenario.riders = riders.riders
    var findings = ScenarioMeaning(draft(scenario, bookings, riders)).findings(besides: told.faults)
    findings.faults += told.faults
    return Attempt(
      scenario: scenario, bookings: bookings.changes, riders: riders.changes,
      repeated: bookings.repeated, findings: findings, removesGone: removesGone)
  }

  /// The day with where each part of it stands, so that what is wrong with its meaning is told with sheet and row.
  private func draft(_ scenario: Scenario, _ bookings: Reconciliation, _ riders: RiderMerge)
    -> ScenarioDraft
  {
    var draft = ScenarioDraft()
    draft.scenario = scenario
    draft.origins.add(.territory, Origin(file: ScenarioFiles.territory))
    for origin in riders.origins {
      draft.origins.add(.rider, origin ?? Origin(file: ScenarioFiles.riders))
    }
    for (booking, entry) in zip(bookings.bookings, bookings.entries) {
      let own = entry?.origin ?? Origin(file: ScenarioFiles.bookings)
      draft.origins.add(.booking, own)
      for index in booking.legs.indices {
        let legs = entry?.legs ?? []
        draft.origins.add(.leg, legs.indices.contains(index) ? legs[index] : own)
      }
    }
    for _ in scenario.locks { draft.origins.add(.lock, Origin(file: ScenarioFiles.locks)) }
    draft.origins.add(headers: sheet.map)
    return draft
  }
}

internal import Planning

/// Puts a sheet of bookings or standing orders into a day, and judges the day that comes of it.
struct ImportMerge {
  let base: Scenario
  let sheet: BookingSheet
  let plan: ColumnPlan
  let request: ImportRequest
  let log: InputLog

  private typealias Selection = RowSelection<BookingSheet.Entry>

  /// - Returns: ids of the riders of all bookings taken in.
  func run(into outcome: inout ImportOutcome) -> Set<String> {
    let selection = Selection(
      entries: sheet.entries, file: plan.file, takesGoodRows: request.acceptGoodRows, log: log)
    let taken = selection.run(into: &outcome) { entries, isWhole in
      plan.table == .standing ? orders(entries, isWhole) : bookings(entries, isWhole)
    }
    return Set(taken.map(\.booking.rider))
  }

  private func bookings(_ entries: [BookingSheet.Entry], _ isWhole: Bool) -> Selection.Attempt {
    // A ride that a standing order brings about on the day is known, though nobody has made a booking of it.
    let expansion = StandingExpansion(base, on: base.territory.date)
    let made = Set(expansion.added)
    let expected = expansion.scenario.bookings.filter { made.contains($0.id) }
    var rides = Reconciliation(
      (base.bookings + expected).map { StandingOrder(booking: $0) }, map: sheet.map,
      mapped: plan.mapped, prefix: "b")
    rides.run(entries, standing: Set(base.standing.map(\.booking.id)), present: present)
    let removesGone = removeGone(of: &rides, isWhole)
    rides.removeUntouched(made)
    var scenario = base
    scenario.bookings = rides.orders.map(\.booking)
    return attempt(scenario, rides, entries, removesGone)
  }

  private func orders(_ entries: [BookingSheet.Entry], _ isWhole: Bool) -> Selection.Attempt {
    var rides = Reconciliation(base.standing, map: sheet.map, mapped: plan.mapped, prefix: "s")
    rides.run(entries, standing: [], present: present)
    let removesGone = removeGone(of: &rides, isWhole)
    var scenario = base
    scenario.standing = rides.orders
    return attempt(scenario, rides, entries, removesGone)
  }

  /// Ids that stand in the sheet, also on rows that are at fault.
  private var present: Set<String> {
    Set(sheet.entries.filter(\.hasId).map(\.booking.id))
  }

  private func removeGone(of rides: inout Reconciliation, _ isWhole: Bool) -> Bool {
    let removes =
      request.removeGone && isWhole && rides.changes.contains { $0.kind == .gone }
    if removes { rides.removeGone() }
    return removes
  }

  private func attempt(
    _ scenario: Scenario, _ rides: Reconciliation, _ entries: [BookingSheet.Entry],
    _ removesGone: Bool
  ) -> Selection.Attempt {
    let told = InputLog()
    var riders = RiderMerge(base.riders, map: sheet.map, log: told)
    riders.run(entries, sheet.riders)
    var scenario = scenario
    scenario.riders = riders.riders
    var findings = ScenarioMeaning(draft(scenario, rides, riders)).findings(besides: told.faults)
    findings.faults += told.faults
    return Selection.Attempt(
      scenario: scenario, changes: rides.changes, riders: riders.changes,
      repeated: rides.repeated, findings: findings, removesGone: removesGone)
  }

  private func draft(_ scenario: Scenario, _ rides: Reconciliation, _ riders: RiderMerge)
    -> ScenarioDraft
  {
    let kinds: (order: ObjectKind, leg: ObjectKind) =
      plan.table == .standing ? (.standing, .standingLeg) : (.booking, .leg)
    let legs = zip(rides.orders, rides.entries).flatMap { order, entry in
      order.booking.legs.indices.map { index -> Origin? in
        guard let entry else { return nil }
        return entry.legs.indices.contains(index) ? entry.legs[index] : entry.origin
      }
    }
    return ScenarioDraft(
      scenario,
      [
        .rider: riders.origins, kinds.order: rides.entries.map { $0?.origin }, kinds.leg: legs,
      ], sheet.map)
  }
}

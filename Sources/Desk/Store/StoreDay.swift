internal import Interchange
public import PlanStore
public import Planning

/// A day as a territory's store has it.
public struct StoreDay: Sendable {
  /// What of the store belongs to it.
  public enum Extent: Sendable {
    /// What the day needs: bookings of standing orders made, riders of the day, homes of the people concerned.
    case day
    /// All that is in force: standing orders as such, and everybody.
    case everything
    /// What is of no day in particular, with the hours and standing orders of all days: to judge changes of a territory.
    case territory
  }

  public let scenario: Scenario
  /// What looks odd; nothing that forbids planning.
  public private(set) var warnings: [Fault]

  /// Reads a day in the view that the caller has of the store.
  ///
  /// Kilometres of the year and recent trips are those that volunteers have driven before the day, refusals those of the
  /// plans before it, and when drivers ended the day before is taken from its plan where the hours do not say it (R31).
  ///
  /// - Parameters:
  ///   - leavesOutFaulty: whether bookings at fault are left out, each of their faults told as a warning (R52).
  ///   - knowsDayBefore: whether ends of the day before are looked up; to judge the rows, nobody needs them.
  /// - Throws: `Failure` with every fault of what the rows mean together on that day; a fault names a row by its id.
  public init(
    _ view: StoreView, on date: PlanDate, extent: Extent = .day, leavesOutFaulty: Bool = false,
    knowsDayBefore: Bool = true
  ) throws(Failure) {
    let (rows, kilometres) = try Self.content(view, on: date, extent)
    let locks = rows.filter { $0.kind == .lock }
    var found = try Self.read(rows.filter { $0.kind != .lock }, on: date, view, leavesOutFaulty)
    let leftOut = leavesOutFaulty ? found.warnings.filter { $0.code == Fault.leftOutCode } : []
    for index in found.scenario.volunteers.indices {
      let id = found.scenario.volunteers[index].id
      found.scenario.volunteers[index].kilometresThisYear = kilometres[id] ?? 0
    }
    try found.scenario.fillHistory(from: view)
    guard extent != .territory else {
      (scenario, warnings) = found
      return
    }
    let expansion = StandingExpansion(found.scenario, on: date)
    var day = extent == .day ? expansion.scenario : found.scenario
    // Trips of standing orders, to which locks may refer, are there now; and times that are sound on most days may not
    // exist on this one, when the clock changes: it is all read once more.
    if !expansion.added.isEmpty || !locks.isEmpty {
      let known = Set(day.bookings.flatMap { [$0.id] + $0.legs.map(\.id) } + [""])
      let areAllKnown = extent == .day && leftOut.isEmpty
      let own = areAllKnown ? locks : locks.filter { known.contains($0.owner) }
      found = try Self.read(ScenarioRows.rows(of: day) + own, on: date, view, leavesOutFaulty)
      found.warnings = leftOut + found.warnings
      day = found.scenario
    }
    if extent == .day {
      day = day.asNeeded
      if knowsDayBefore { day.end(try DayBefore(view, of: date).ends) }
    }
    scenario = day
    warnings = found.warnings.filter { $0.code != "standing-not-expanded" }
  }

  private static func read(
    _ rows: [ScenarioRow], on date: PlanDate, _ view: StoreView, _ leavesOutFaulty: Bool
  ) throws(Failure) -> (scenario: Scenario, warnings: [Fault]) {
    do throws(Faults) {
      return try ScenarioRows.scenario(
        from: rows, on: date, called: view.name, leavesOutFaulty: leavesOutFaulty)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// Rows in force on a day, and what each volunteer has driven in its year before.
  private static func content(
    _ view: StoreView, on date: PlanDate, _ extent: Extent
  ) throws(Failure) -> (rows: [ScenarioRow], kilometres: [String: Double]) {
    do throws(StoreError) {
      var rows: [ScenarioRow] = []
      for kind in ItemKind.allCases where extent != .territory || !kind.isUniqueByDay {
        let items = try extent == .territory ? view.items(kind) : view.items(kind, on: date)
        rows += items.compactMap(\.row)
      }
      return (rows, try view.kilometresOfYear(before: date))
    } catch {
      throw Failure(error)
    }
  }

  /// Reads a day of a store.
  public init(
    store path: String, on date: PlanDate, extent: Extent = .day, leavesOutFaulty: Bool = false
  ) throws(Failure) {
    self = try storing {
      let store = try TerritoryStore.open(path, access: .reading)
      return try store.look { view in
        var day = try StoreDay(
          view, on: date, extent: extent, leavesOutFaulty: leavesOutFaulty)
        if store.leavesOutLog { day.warnings.append(.logLeftOut(path)) }
        return day
      }
    }
  }
}

extension Scenario {
  /// Without what the day has no use for: standing orders, riders without a trip, homes where nobody concerned lives. A
  /// store knows all of a territory's people; road times between all their homes would be reckoned in vain.
  var asNeeded: Scenario {
    var day = self
    day.standing = []
    var wanted = Set(bookings.map(\.rider))
    wanted.formUnion(
      bookings.flatMap(\.legs).flatMap { leg -> [String] in
        if case .onlyWith(let riders) = leg.sharing { riders } else { [] }
      })
    wanted.formUnion(volunteers.flatMap { $0.ridersRefused + $0.ridersPreferred })
    // Whom they never ride with is named by them, and may name others: what is written back loses nothing.
    let apart = Dictionary(riders.map { ($0.id, $0.neverTogether) }) { first, _ in first }
    var new = wanted
    while !new.isEmpty {
      new = Set(new.flatMap { apart[$0] ?? [] }).subtracting(wanted)
      wanted.formUnion(new)
    }
    day.riders = riders.filter { wanted.contains($0.id) }
    var homes = Set(day.riders.map(\.home))
    homes.formUnion(volunteers.map(\.home))
    homes.formUnion(vehicles.flatMap { [$0.start, $0.end] })
    homes.formUnion(availability.map(\.endPlace))
    homes.formUnion(bookings.flatMap(\.legs).flatMap { [$0.from, $0.to] })
    homes.formUnion(lines.flatMap(\.stops).map(\.place))
    day.places = places.filter { $0.kind != "home" || homes.contains($0.id) }
    return day
  }
}

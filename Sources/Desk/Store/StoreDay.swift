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
  }

  public let scenario: Scenario
  /// What looks odd; nothing that forbids planning.
  public let warnings: [Fault]

  /// Reads a day in the view that the caller has of the store.
  ///
  /// Kilometres of the year are those that volunteers have driven before the day.
  ///
  /// - Throws: `Failure` with every fault of what the rows mean together on that day; a fault names a row by its id.
  public init(
    _ view: StoreView, on date: PlanDate, extent: Extent = .day
  ) throws(Failure) {
    let (rows, kilometres) = try Self.content(view, on: date)
    let locks = rows.filter { $0.kind == .lock }
    var found = try Self.read(rows.filter { $0.kind != .lock }, on: date, view)
    for index in found.scenario.volunteers.indices {
      let id = found.scenario.volunteers[index].id
      found.scenario.volunteers[index].kilometresThisYear = kilometres[id] ?? 0
    }
    let expansion = StandingExpansion(found.scenario, on: date)
    var day = extent == .day ? expansion.scenario : found.scenario
    // Trips of standing orders, to which locks may refer, are there now; and times that are sound on most days may not
    // exist on this one, when the clock changes: it is all read once more.
    if !expansion.added.isEmpty || !locks.isEmpty {
      let known = Set(day.bookings.flatMap { [$0.id] + $0.legs.map(\.id) } + [""])
      let own = extent == .day ? locks : locks.filter { known.contains($0.owner) }
      found = try Self.read(ScenarioRows.rows(of: day) + own, on: date, view)
      day = found.scenario
    }
    scenario = extent == .day ? day.asNeeded : day
    warnings = found.warnings.filter { $0.code != "standing-not-expanded" }
  }

  private static func read(
    _ rows: [ScenarioRow], on date: PlanDate, _ view: StoreView
  ) throws(Failure) -> (scenario: Scenario, warnings: [Fault]) {
    do throws(Faults) {
      return try ScenarioRows.scenario(from: rows, on: date, called: view.name)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// Rows in force on a day, and what each volunteer has driven in its year before.
  private static func content(
    _ view: StoreView, on date: PlanDate
  ) throws(Failure) -> (rows: [ScenarioRow], kilometres: [String: Double]) {
    do throws(StoreError) {
      var rows: [ScenarioRow] = []
      for kind in ItemKind.allCases { rows += try view.items(kind, on: date).compactMap(\.row) }
      return (rows, try view.kilometresOfYear(before: date))
    } catch {
      throw Failure(error)
    }
  }

  /// Reads a day of a store.
  public init(store path: String, on date: PlanDate, extent: Extent = .day) throws(Failure) {
    self = try storing {
      try TerritoryStore.open(path, access: .reading).look { view in
        try StoreDay(view, on: date, extent: extent)
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

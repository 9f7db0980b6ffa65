internal import Planning

/// Which rows of a sheet are taken: all, or where that is asked for those without a fault; and what then comes of them.
struct RowSelection<Entry: SheetEntry> {
  let entries: [Entry]
  let file: String
  let takesGoodRows: Bool
  let log: InputLog

  /// The scenario that comes of some entries.
  struct Attempt {
    var scenario: Scenario
    var changes: [ImportChange]
    /// Riders that bookings have brought or changed.
    var riders: [ImportChange] = []
    var repeated: [Origin] = []
    var findings: ScenarioFindings
    var removesGone = false
  }

  /// Tries with all sound entries, and once more without those that are at fault together with the rest.
  ///
  /// - Parameter attempt: is told whether no row has been left out, so that what is missing is missing.
  /// - Returns: the entries taken.
  func run(
    into outcome: inout ImportOutcome, _ attempt: ([Entry], _ isWhole: Bool) -> Attempt
  ) -> [Entry] {
    var bad = lines(log.faults)
    // What is no row's fault cannot be left out.
    let isBeyondRows = log.faults.contains { $0.place.file != file || $0.place.line == nil }
    var good = entries.filter { $0.isSound && $0.lines.isDisjoint(with: bad) }
    var made = attempt(good, bad.isEmpty)
    outcome.faults = made.findings.faults
    let found = lines(made.findings.faults)
    if takesGoodRows, !found.isEmpty {
      good.removeAll { !$0.lines.isDisjoint(with: found) }
      bad.formUnion(found)
      made = attempt(good, false)
    }
    outcome.changes = made.changes
    outcome.riders = made.riders
    outcome.repeated = made.repeated.compactMap(\.line)
    outcome.warnings = made.findings.warnings.filter { $0.place.file == file }
    guard made.findings.faults.isEmpty, !isBeyondRows, bad.isEmpty || takesGoodRows else {
      return good
    }
    outcome.scenario = made.scenario
    // What stands on several rows is taken with all of them or with none.
    let taken = good.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
    let spoilt = entries.reduce(into: bad) { $0.formUnion($1.lines) }.subtracting(taken)
    outcome.leftOut = spoilt.sorted()
    outcome.removesGone = made.removesGone
    return good
  }

  private func lines(_ faults: [Fault]) -> Set<Int> {
    Set(faults.filter { $0.place.file == file }.compactMap(\.place.line))
  }
}

extension ScenarioDraft {
  /// A scenario with where its parts stand, so that what is wrong with its meaning is told with sheet and row.
  ///
  /// - Parameters:
  ///   - origins: of the objects of some kinds, in their order; `nil` for those that no sheet speaks of.
  ///   - map: the sheet's columns.
  init(_ scenario: Scenario, _ origins: [ObjectKind: [Origin?]], _ map: ColumnMap) {
    self.init()
    self.scenario = scenario
    let files: [(ObjectKind, String, Int)] = [
      (.territory, ScenarioFiles.territory, 1),
      (.place, ScenarioFiles.places, scenario.places.count),
      (.rider, ScenarioFiles.riders, scenario.riders.count),
      (.volunteer, ScenarioFiles.volunteers, scenario.volunteers.count),
      (.vehicle, ScenarioFiles.vehicles, scenario.vehicles.count),
      (.availability, ScenarioFiles.availability, scenario.availability.count),
      (.line, ScenarioFiles.lines, scenario.lines.count),
      (.standing, ScenarioFiles.standing, scenario.standing.count),
      (.booking, ScenarioFiles.bookings, scenario.bookings.count),
      (.lock, ScenarioFiles.locks, scenario.locks.count),
    ]
    for (kind, file, count) in files {
      let own = origins[kind] ?? []
      for index in 0..<count {
        let origin = own.indices.contains(index) ? own[index] : nil
        self.origins.add(kind, origin ?? Origin(file: file))
      }
    }
    for (kind, rides, file) in [
      (ObjectKind.leg, scenario.bookings, ScenarioFiles.bookings),
      (.standingLeg, scenario.standing.map(\.booking), ScenarioFiles.standing),
    ] {
      let own = origins[kind] ?? []
      for index in 0..<rides.reduce(0, { $0 + $1.legs.count }) {
        let origin = own.indices.contains(index) ? own[index] : nil
        self.origins.add(kind, origin ?? Origin(file: file))
      }
    }
    self.origins.add(headers: map)
  }
}

public import Foundation
internal import Interchange
internal import OpenData
public import PlanStore
public import Planning

/// Keeps plans of days in a territory's store and brings them from state to state (R57).
public enum StorePlans {
  /// Keeps a plan, as a draft or after publication as an amendment, and notes the run, in one transaction.
  ///
  /// - Parameters:
  ///   - document: `plan.json` as written.
  ///   - command: what made it, one word.
  ///   - role: who has it made, by role.
  ///   - mark: how far the day had come when the plan was begun; `nil`: whatever has happened since.
  ///   - change: what the plan mends, if anything: what an event has changed of the day.
  /// - Returns: number of the version, and the day's state with it.
  /// - Throws: `Failure`; where the day is done, or somebody else has planned or published it since `mark`.
  @discardableResult
  public static func save(
    _ made: MadePlan, document: [UInt8], by command: String, in path: String, role: String,
    note: String = "", since mark: DayMark? = nil, with change: StoreChange? = nil, at moment: Date
  ) throws(Failure) -> (number: Int, state: PlanState) {
    let plan = made.plan
    return try storing {
      try TerritoryStore.open(path).transaction { edit in
        try change?.put(into: edit, by: role, at: moment)
        let kept = try edit.save(
          NewPlan(
            day: plan.date, madeAt: moment, planHash: plan.provenance.planHash,
            scenarioHash: plan.provenance.scenarioHash,
            document: String(decoding: document, as: UTF8.self),
            scenario: ScenarioDocument.text(made.scenario)), by: role, note: note, since: mark)
        try edit.note(RunRecord(made, document: document, command: command, at: moment))
        if kept.state.isTold {
          let driven = Driven.list(of: plan, by: made.day.rules)
          try edit.setDriven(driven, on: plan.date, by: .plan)
        }
        return kept
      }
    }
  }

  /// What came of a publication.
  public struct Publication: Sendable {
    public var number: Int
    /// States that the plan went through, in order, the last `published`.
    public var steps: [PlanState]
    /// When it should have been published; `nil`: the rules name no hour.
    public var due: LocalMoment?
    /// When it was, by the territory's clock.
    public var at: LocalMoment
    /// The day has changed since the plan was made.
    public var isStale: Bool

    public var isLate: Bool { due.map { $0 < at } ?? false }
  }

  /// Publishes the last plan of a day: riders and drivers are told, and what volunteers drive by it counts for the days
  /// that follow.
  ///
  /// States in between that nobody has recorded are recorded as taken by the publication.
  ///
  /// - Parameters:
  ///   - mayBeStale: publishes though bookings or anything else of the day have changed since.
  /// - Throws: `Failure`; where there is no plan, the state does not allow it, or the plan is stale.
  public static func publish(
    _ day: PlanDate, in path: String, role: String, mayBeStale: Bool = false,
    noteOfImplied: String = "implied by publication", at moment: Date
  ) throws(Failure) -> Publication {
    try storing {
      try TerritoryStore.open(path).transaction { edit in
        let stored = try edit.view.requiredPlan(of: day)
        guard let steps = PlanState.steps(from: stored.state, to: .published) else {
          throw StoreError(.notAllowed(day, from: stored.state, to: .published), path: path)
        }
        // A plan that leaves bookings at fault out is held against the day without them.
        let now = try StoreDay(edit.view, on: day, leavesOutFaulty: true)
        let plan = try stored.plan(in: path)
        let isStale = try stored.isStale(now.scenario, in: path)
        guard mayBeStale || !isStale else { throw Failure(.badData, [.stale(path, day)]) }
        for step in steps {
          let note = step == .published ? "" : noteOfImplied
          try edit.move(day, to: step, by: role, at: moment, note: note)
        }
        let rules = try RuleBook(for: now.scenario)
        try edit.setDriven(Driven.list(of: plan, by: rules), on: day, by: .plan)
        let zone = now.scenario.territory.timeZone
        return Publication(
          number: stored.number, steps: steps,
          due: due(day, rules),
          at: LocalMoment(moment, in: zone), isStale: isStale)
      }
    }
  }

  /// Brings the last plan of a day into another state, step by single step.
  ///
  /// - Throws: `Failure`; for `published` use `publish`, which does more.
  public static func move(
    _ day: PlanDate, to state: PlanState, in path: String, role: String, note: String = "",
    at moment: Date
  ) throws(Failure) {
    try storing {
      try TerritoryStore.open(path).edit { edit throws(StoreError) in
        try edit.move(day, to: state, by: role, at: moment, note: note)
      }
    }
  }

  /// The last plan of a day that people were told; `nil` where there is none.
  ///
  /// - Parameter number: of a version of the plan; the one told before it is looked for.
  public static func told(
    _ day: PlanDate, in path: String, before number: Int = .max
  ) throws(Failure) -> Plan? {
    try storing {
      let store = try TerritoryStore.open(path, access: .reading)
      let stored = try store.read { view throws(StoreError) in
        try view.toldPlan(of: day, before: number)
      }
      return try stored?.plan(in: path)
    }
  }

  /// The last plan of a day, whatever its state, with what the store says of it.
  public static func last(
    _ day: PlanDate, in path: String
  ) throws(Failure) -> (plan: Plan, stored: StoredPlan) {
    try storing {
      let store = try TerritoryStore.open(path, access: .reading)
      let stored = try store.read { view throws(StoreError) in try view.requiredPlan(of: day) }
      return (try stored.plan(in: path), stored)
    }
  }

  /// The day that its last plan was made from, as it was then.
  public static func day(
    _ day: PlanDate, in path: String, roads: RoadsChoice
  ) throws(Failure) -> DayInput {
    try last(day, in: path).stored.day(in: path, roads: roads)
  }

  /// The evening before at the hour that the rules name.
  private static func due(_ day: PlanDate, _ rules: RuleBook) -> LocalMoment? {
    rules.publicationTime.map { LocalMoment(date: day.adding(days: -1), time: $0) }
  }
}

extension StoreView {
  /// The last plan of a day.
  ///
  /// - Throws: `.noPlan` where there is none.
  public func requiredPlan(of day: PlanDate) throws(StoreError) -> StoredPlan {
    guard let plan = try plan(of: day) else { throw StoreError(.noPlan(day), path: path) }
    return plan
  }
}

extension StoredPlan {
  /// The plan itself.
  ///
  /// - Parameter path: the store, for messages.
  /// - Throws: `Failure` where it was purged, or cannot be read.
  public func plan(in path: String) throws(Failure) -> Plan {
    guard let document else { throw Failure(StoreError(.purged(day), path: path)) }
    do throws(Faults) {
      return try PlanDocument.read(json: Array(document.utf8), name: "plan \(day.text)").plan
    } catch {
      throw Failure(reading: error)
    }
  }

  /// The day that the plan was made from.
  ///
  /// - Throws: `Failure` where it was purged, or cannot be read.
  public func scenario(in path: String) throws(Failure) -> Scenario {
    guard let scenario else { throw Failure(StoreError(.purged(day), path: path)) }
    do throws(Faults) {
      return try ScenarioSource.read(json: Array(scenario.utf8), name: "day \(day.text)").scenario
    } catch {
      throw Failure(reading: error)
    }
  }
}

extension StoredPlan {
  /// Whether the day has changed since the plan was made from it, its legs being those that the plan has.
  ///
  /// - Throws: `Failure` where either was purged, or cannot be read.
  func isStale(_ now: Scenario, in path: String) throws(Failure) -> Bool {
    let then = try scenario(in: path)
    let made = try plan(in: path)
    return now.taking(made.connections).whatPlansDependOn
      != then.taking(made.connections).whatPlansDependOn
      || made.runs.contains { now.endsLater($0.resource, than: then) }
  }

  /// The day that the plan was made from, with the roads of today.
  ///
  /// - Throws: `Failure` where it was purged, or cannot be read.
  func day(in path: String, roads: RoadsChoice) throws(Failure) -> DayInput {
    let scenario = try scenario(in: path)
    return try DayInput(
      scenario, warnings: [],
      travel: DayTravel.source(option: roads.source, of: scenario.territory, in: path),
      cache: roads.cache)
  }
}

extension Scenario {
  /// The day in whatever order it came, without what volunteers drove before it and when they ended, which goes on being
  /// written while the day is prepared.
  fileprivate var whatPlansDependOn: Set<ScenarioRow> {
    var day = asNeeded
    day.territory.roads = nil
    // Timetables bring them, not the day.
    day.places.removeAll { $0.id.hasPrefix(FeederStops.idPrefix) }
    for index in day.availability.indices { day.availability[index].lastEnd = nil }
    day.forgetHistory()
    return Set(ScenarioRows.rows(of: day))
  }

  /// Whether a driver ends the day before later than another state of the day has it, so that the rest is shorter (R31).
  fileprivate func endsLater(_ resource: String, than other: Scenario) -> Bool {
    func end(_ day: Scenario) -> ClockTime? {
      day.availability.filter {
        $0.resource == resource && $0.days.contains(day.territory.date)
      }.compactMap(\.lastEnd).max()
    }
    guard let now = end(self) else { return false }
    return end(other).map { $0 < now } ?? true
  }
}

extension Driven {
  /// What volunteers drive by a plan.
  public static func list(of plan: Plan, by rules: RuleBook) -> [Driven] {
    let runs = plan.runs.filter { $0.mode == .volunteer }
    let clock = PlanClock(date: plan.date, timeZone: plan.timeZone)
    return Dictionary(grouping: runs, by: \.resource).map { volunteer, runs in
      let pickups = runs.flatMap(\.stops).filter { $0.kind == .pickup }
      return Driven(
        volunteer: volunteer, day: plan.date, source: .plan,
        kilometres: Double(runs.reduce(0) { $0 + $1.metres }) / 1000, trips: pickups.count,
        earlyOrLate: pickups.count { stop in
          clock.map { rules.isEarlyOrLate($0.clockTime(stop.start)) } ?? false
        },
        duty: runs.reduce(0) { $0 + $1.arrival - $1.departure })
    }.sorted { $0.volunteer < $1.volunteer }
  }
}

extension Fault {
  fileprivate static func stale(_ path: String, _ day: PlanDate) -> Fault {
    Fault(
      code: "stale-plan", place: FaultPlace(file: path), field: "plan", value: day.text,
      cause: Bilingual(
        fr: "La journée a changé depuis que ce plan a été fait (demandes, conducteurs, réglages).",
        en: "The day has changed since this plan was made (bookings, drivers, settings)."),
      remedy: Bilingual(
        fr: "Refaites le plan, ou publiez-le tel quel avec --anyway.",
        en: "Make the plan anew, or publish it as it is with --anyway."))
  }
}

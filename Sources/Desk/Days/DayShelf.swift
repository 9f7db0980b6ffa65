public import Foundation
internal import Interchange
public import PlanStore
public import Planning
public import TravelTimes

/// The days that a server hands out: those of a territory's store, or a single one that stands in files.
public struct DayShelf: Sendable {
  /// As it was named.
  public let path: String
  public let isStore: Bool
  /// What days of the shelf name as roads; `nil`: nothing.
  public let roads: RoadSource?
  /// Published timetables that days of the shelf name.
  public let transit: String?

  /// A line of the list of days.
  public struct Line: Sendable {
    public var date: PlanDate
    public var bookings: Int
    public var plan: StoredDay.Plan?
  }

  /// One day, taken from the shelf.
  public struct Content: Sendable {
    public var scenario: Scenario
    public var warnings: [Fault]
    /// The last plan kept of it; never of a day in files.
    public var kept: Kept?
    /// How far the day had come when it was read; `nil` of a day in files.
    public var mark: DayMark?
  }

  /// The last version of a day's plan.
  public struct Kept: Sendable {
    public var plan: StoredDay.Plan
    /// `plan.json`; `nil` where it was purged.
    public var document: String?
    /// The day has changed since.
    public var isStale: Bool
  }

  /// Looks whether there is something to hand out.
  ///
  /// - Parameter path: a territory's store, or folder or document of a scenario.
  /// - Throws: `Failure` where it cannot be opened, or a scenario has faults.
  public init(_ path: String) throws(Failure) {
    self.path = path
    isStore = TerritoryStore.isDatabase(path)
    let entries = isStore ? try Self.entries(ofStore: path) : try Self.entries(ofDay: path)
    roads = entries.roads.flatMap { entry in
      entry == RoadsEntry.none
        ? nil : RoadSource(entry, in: RoadsEntry.folder(of: path))
    }
    transit = entries.transit.map { DayInput.transit($0, in: path) }
  }

  /// At most so many, the latest first.
  public func days(atMost limit: Int) throws(Failure) -> [Line] {
    guard isStore else {
      let scenario = try read().scenario
      return [Line(date: scenario.territory.date, bookings: scenario.bookings.count)]
    }
    return try storing {
      try opened().read { view throws(StoreError) in try view.days(atMost: limit) }.map {
        Line(date: $0.day, bookings: $0.bookings, plan: $0.plan)
      }
    }
  }

  /// - Returns: `nil` where the shelf has no such day; a store has every day, some of them without bookings.
  /// - Throws: `Failure` with every fault of the day.
  public func day(_ date: PlanDate) throws(Failure) -> Content? {
    guard isStore else {
      let (scenario, warnings) = try read()
      guard scenario.territory.date == date else { return nil }
      return Content(scenario: scenario, warnings: warnings)
    }
    return try storing {
      try opened().look { view in
        let day = try StoreDay(view, on: date)
        let kept = try view.plan(of: date).map { stored in
          Kept(
            plan: StoredDay.Plan(
              number: stored.number, state: stored.state, madeAt: stored.madeAt),
            document: stored.document, isStale: try isStale(stored, day.scenario))
        }
        return Content(
          scenario: day.scenario, warnings: day.warnings, kept: kept, mark: try view.mark(of: date))
      }
    }
  }

  /// The last plan of a day that people were told; `nil` where there is none.
  public func told(_ date: PlanDate) throws(Failure) -> Plan? {
    isStore ? try StorePlans.told(date, in: path) : nil
  }

  /// Keeps a plan as the next version of its day's.
  ///
  /// - Parameters:
  ///   - input: the day as the plan was checked on it.
  ///   - mark: how far the day had come when it was read: a plan that somebody else has kept meanwhile stays the last.
  ///   - role: who has it kept, by role.
  /// - Throws: `Failure` where the plan breaks rules without anybody having decided so, or the day has gone on.
  public func keep(
    _ plan: Plan, of input: DayInput, since mark: DayMark?, role: String, at moment: Date
  ) throws(Failure) -> StoredDay.Plan {
    let violations = try input.violations(in: plan)
    let open = violations.filter { !$0.decided }
    guard open.isEmpty else { throw Failure(.badData, open.map(Fault.init)) }
    let made = MadePlan(
      plan: plan, scenario: input.scenario, day: input.day, decided: violations)
    let document: String
    do throws(Faults) {
      document = try PlanDocument.text(plan)
    } catch {
      throw Failure(.internalError, error.faults)
    }
    let kept = try StorePlans.save(
      made, document: Array(document.utf8), by: "serve", in: path, role: role, since: mark,
      at: moment)
    return StoredDay.Plan(number: kept.number, state: kept.state, madeAt: moment)
  }

  private func isStale(_ stored: StoredPlan, _ now: Scenario) throws -> Bool {
    guard stored.scenario != nil, stored.document != nil else { return false }
    return try stored.isStale(now, in: path)
  }

  private func opened() throws(StoreError) -> TerritoryStore {
    try TerritoryStore.open(path, access: .reading)
  }

  private func read() throws(Failure) -> (scenario: Scenario, warnings: [Fault]) {
    try DaySource.files(path).scenario(lookingForRoads: false)
  }

  private static func entries(ofDay path: String) throws(Failure) -> (
    roads: String?, transit: String?
  ) {
    let territory = try DaySource.files(path).scenario(lookingForRoads: false).scenario.territory
    return (territory.roads, territory.transit)
  }

  /// The settings alone, without reading a day: a fault of one day must not keep the others from being handed out.
  private static func entries(ofStore path: String) throws(Failure) -> (
    roads: String?, transit: String?
  ) {
    try storing {
      let rows = try TerritoryStore.open(path, access: .reading)
        .read { view throws(StoreError) in try view.items(.territory) }
      guard let row = rows.first, case .object(let fields)? = JSONItem(json: Array(row.fields.utf8))
      else { return (nil, nil) }
      func text(_ key: String) -> String? {
        if case .string(let text)? = fields[key] { text } else { nil }
      }
      return (text("roads"), text("transit"))
    }
  }
}

extension Fault {
  /// A rule that a plan breaks.
  fileprivate init(_ violation: PlanViolation) {
    self.init(
      code: "rule-broken", place: FaultPlace(file: "request", pointer: "/plan/runs"), field: "runs",
      value: violation.run, cause: violation.text,
      remedy: Bilingual(
        fr: "Changez la tournée, ou décidez-en par un verrou de la journée.",
        en: "Change the run, or decide so by a lock of the day."))
  }
}

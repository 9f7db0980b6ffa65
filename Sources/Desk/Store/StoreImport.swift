public import Foundation
internal import Interchange
public import PlanStore
public import Planning

/// Puts scenarios into a territory's store: what is new is added, what is there under the same id takes the new content,
/// and doing it twice changes nothing. Nothing is removed but what is said anew as a whole: the hours of a volunteer or
/// vehicle, and the order in which one drives trips.
public struct StoreImport: Sendable {
  /// Takes over settings and own rule profiles of the territory too, where they differ from the store's.
  public var takesSettings: Bool
  /// Bookings and locks of the scenario's day that it does not have are removed.
  public var replacesDay: Bool
  /// Who does it, by role.
  public var role: String

  public init(takesSettings: Bool = false, replacesDay: Bool = false, role: String) {
    self.takesSettings = takesSettings
    self.replacesDay = replacesDay
    self.role = role
  }

  /// What became of it.
  public struct Outcome: Sendable {
    public var date: PlanDate
    public var changes: [ItemKind: [ItemChange: Int]] = [:]
    /// Bookings and locks of the day that the scenario does not have any more, and hours said anew.
    public var removed: [ItemKind: Int] = [:]
    /// The territory's settings differ and were left as the store has them.
    public var keepsSettings = false

    public func count(_ change: ItemChange) -> Int {
      changes.values.reduce(0) { $0 + ($1[change] ?? 0) }
    }
    /// Nothing is otherwise than before.
    public var isIdle: Bool {
      count(.added) + count(.changed) + removed.values.reduce(0, +) == 0
    }
  }

  /// Puts a scenario in, within the caller's transaction, and makes sure that its day can still be read.
  ///
  /// - Parameters:
  ///   - roads: what the territory's settings shall name as roads, from the store's folder; see `roads(of:at:in:)`.
  ///   - moment: now.
  /// - Throws: `Failure` with every fault that the day has with what was there before; `StoreError`, `.otherTerritory`
  ///   among others. The caller lets the transaction fail.
  @discardableResult
  public func put(
    _ scenario: Scenario, roads: String?, into edit: StoreEdit, at moment: Date
  ) throws -> Outcome {
    let date = scenario.territory.date
    var outcome = Outcome(date: date)
    let items = ScenarioRows.rows(of: Self.stored(scenario, roads: roads))
      .map { row in
        var row = row
        if row.day == Self.noDay { row.day = date }
        return row
      }
      .compactMap { StoredItem($0) }
    try clear(items, scenario, date, in: edit, &outcome)
    for item in items {
      guard try mayPut(item, edit, &outcome) else { continue }
      let change = try edit.put(item, at: moment)
      outcome.changes[item.kind, default: [:]][change, default: 0] += 1
    }
    try stateHistory(of: scenario, edit)
    _ = try StoreDay(edit.view, on: date, knowsDayBefore: false)
    if !outcome.isIdle {
      try edit.note(
        Change(at: moment, role: role, action: "import", day: date, note: outcome.note))
    }
    return outcome
  }

  /// What a store's settings shall name as roads, where a scenario names them from its own folder.
  public static func roads(of scenario: Scenario, at path: String, in store: String) -> String? {
    guard let entry = scenario.territory.roads, entry != RoadsEntry.none,
      !RoadsEntry.isServer(entry), !entry.hasPrefix("/")
    else { return scenario.territory.roads }
    let there = URL(filePath: RoadsEntry.folder(of: path)).appending(path: entry)
    return RelativePath.from(URL(filePath: store).deletingLastPathComponent(), to: there)
  }

  /// Stands for the day in what is kept of no day in particular.
  private static let noDay = PlanDate(year: 1970, month: 1, day: 1)

  /// The scenario without what is of one day only in its settings, and without what the history counts.
  private static func stored(_ scenario: Scenario, roads: String?) -> Scenario {
    var scenario = scenario
    scenario.territory.date = noDay
    scenario.territory.roads = roads
    scenario.forgetHistory()
    return scenario
  }

  /// Settings and profiles that are there stay, unless they are asked for.
  private func mayPut(
    _ item: StoredItem, _ edit: StoreEdit, _ outcome: inout Outcome
  ) throws -> Bool {
    guard item.kind == .territory || item.kind == .profile else { return true }
    if item.kind == .territory, let own = try edit.view.items(.territory).first, own.id != item.id {
      throw StoreError(.otherTerritory(own.id), path: edit.view.path)
    }
    guard !takesSettings, let old = try edit.view.item(item.kind, id: item.id) else { return true }
    if old != item { outcome.keepsSettings = true }
    return false
  }

  /// Removes what the scenario says anew as a whole.
  private func clear(
    _ items: [StoredItem], _ scenario: Scenario, _ date: PlanDate, in edit: StoreEdit,
    _ outcome: inout Outcome
  ) throws {
    let ids = Dictionary(grouping: items, by: \.kind).mapValues { Set($0.map(\.id)) }
    var gone: [StoredItem] = []
    let hours = items.filter { $0.kind == .availability }
    let days = Dictionary(grouping: hours, by: \.owner).mapValues { Set($0.map(\.day)) }
    for (resource, said) in days {
      gone += try edit.view.items(.availability, of: resource).filter { item in
        said.contains(item.day) && ids[.availability]?.contains(item.id) != true
      }
    }
    let locks = try edit.view.items(.lock, on: date)
    if replacesDay {
      gone += locks.filter { ids[.lock]?.contains($0.id) != true }
      gone += try edit.view.items(.booking, on: date).filter {
        ids[.booking]?.contains($0.id) != true
      }
    }
    for item in gone {
      try edit.remove(item.kind, id: item.id, day: item.day)
      outcome.removed[item.kind, default: 0] += 1
    }
    try reorder(items, locks, edit)
  }

  /// Locks keep the order in which they first came; where trips of one driver are ordered anew, they come anew.
  private func reorder(_ items: [StoredItem], _ locks: [StoredItem], _ edit: StoreEdit) throws {
    let prefix = PlanLock.Kind.order.rawValue + "|"
    func orders(_ items: [StoredItem]) -> [String: [String]] {
      Dictionary(
        grouping: items.filter { $0.kind == .lock && $0.id.hasPrefix(prefix) }.map(\.id),
        by: { String($0.split(separator: "|", omittingEmptySubsequences: false).last ?? "") })
    }
    let old = orders(locks)
    for (driver, wanted) in orders(items) where old[driver] != nil && old[driver] != wanted {
      for lock in locks where old[driver]?.contains(lock.id) == true {
        try edit.remove(.lock, id: lock.id, day: lock.day)
      }
    }
  }
}

extension StoreImport.Outcome {
  /// `booking: 12 added, 1 changed; lock: 2 removed`, for the audit record.
  fileprivate var note: String {
    ItemKind.allCases.compactMap { kind -> String? in
      var parts = [ItemChange.added, .changed].compactMap { change in
        changes[kind]?[change].map { "\($0) \(change.rawValue)" }
      }
      if let count = removed[kind] { parts.append("\(count) removed") }
      return parts.isEmpty ? nil : "\(kind.rawValue): " + parts.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

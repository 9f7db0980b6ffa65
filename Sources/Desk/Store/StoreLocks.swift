public import Foundation
internal import Interchange
public import PlanStore
public import Planning

/// Decisions of the coordinator about a day in a store (R41): added, taken back, and on record with who and when (R64).
public enum StoreLocks {
  /// Adds a decision, or changes the time of a promise.
  ///
  /// - Returns: whether anything is otherwise than before.
  /// - Throws: `Failure` where the day does not know the trip, or the volunteer or vehicle; nothing is then changed.
  @discardableResult
  public static func put(
    _ lock: PlanLock, on day: PlanDate, in path: String, role: String, at moment: Date
  ) throws(Failure) -> Bool {
    try storing {
      try TerritoryStore.open(path).transaction { edit in
        try put(lock, on: day, into: edit, role: role, at: moment)
      }
    }
  }

  /// Adds a decision within the caller's transaction.
  @discardableResult
  public static func put(
    _ lock: PlanLock, on day: PlanDate, into edit: StoreEdit, role: String, at moment: Date
  ) throws -> Bool {
    guard let item = item(lock, on: day), try edit.put(item, at: moment) != .unchanged else {
      return false
    }
    let known = try StoreDay(edit.view, on: day, knowsDayBefore: false).scenario
    guard known.locks.contains(lock) else { throw Failure(.badData, [.noTrip(lock, edit.view)]) }
    try edit.note(
      Change(at: moment, role: role, action: "lock", day: day, subject: lock.trip, note: item.id))
    return true
  }

  /// Takes a decision back.
  ///
  /// - Returns: whether it was there.
  public static func remove(
    _ lock: PlanLock, on day: PlanDate, in path: String, role: String, at moment: Date
  ) throws(Failure) -> Bool {
    try storing {
      try TerritoryStore.open(path).transaction { edit in
        guard let item = item(lock, on: day), try edit.remove(.lock, id: item.id, day: day) else {
          return false
        }
        try edit.note(
          Change(
            at: moment, role: role, action: "unlock", day: day, subject: lock.trip, note: item.id))
        return true
      }
    }
  }

  private static func item(_ lock: PlanLock, on day: PlanDate) -> StoredItem? {
    let scenario = Scenario(territory: Territory(id: "", name: "", date: day), locks: [lock])
    return ScenarioRows.rows(of: scenario).first { $0.kind == .lock }.flatMap { StoredItem($0) }
  }
}

extension Fault {
  /// The expansion of standing orders leaves locks of trips behind that the day does not have.
  fileprivate static func noTrip(_ lock: PlanLock, _ view: StoreView) -> Fault {
    Fault(
      code: "unknown-trip", place: FaultPlace(file: view.name, pointer: "/locks"), field: "trip",
      value: lock.trip,
      cause: Bilingual(
        fr: "Ce jour n’a pas de trajet de ce nom.", en: "The day has no trip of this name."),
      remedy: Bilingual(
        fr: "Donnez l’identifiant d’un trajet ou d’une demande du jour.",
        en: "Give the id of a leg or booking of the day."))
  }
}

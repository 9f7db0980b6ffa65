public import Foundation
import GRDB
public import Planning

/// Something that a person has done to the data (R64): who by role, what, when.
public struct Change: Hashable, Sendable {
  /// In UTC, to the second.
  public var at: Date
  /// Who, by role, never by name.
  public var role: String
  /// What was done, one word: `import`, `lock`, `purge`, …
  public var action: String
  /// The day that it concerns, if one.
  public var day: PlanDate?
  /// Id of what it was done to; empty: many things.
  public var subject: String
  public var note: String

  /// Takes a change, cutting `at` to whole seconds.
  public init(
    at: Date, role: String, action: String, day: PlanDate? = nil, subject: String = "",
    note: String = ""
  ) {
    self.at = UTC.wholeSeconds(at)
    self.role = role
    self.action = action
    self.day = day
    self.subject = subject
    self.note = note
  }

  /// When as text, e.g. `2026-11-24T17:02:31Z`.
  public var atText: String { UTC.text(at) }
}

extension StoreEdit {
  /// Adds a change to the audit record.
  public func note(_ change: Change) throws(StoreError) {
    try query { db in
      try db.execute(
        sql: "INSERT INTO change (at, role, action, day, subject, note) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          UTC.text(change.at), change.role, change.action, change.day?.text, change.subject,
          change.note,
        ])
    }
  }
}

/// How far the record of changes had come at some moment.
public struct StoreMark: Hashable, Sendable {
  /// The last change, and the last step of a plan.
  fileprivate var change: Int64
  fileprivate var step: Int64
}

extension StoreView {
  /// How far the store has come, to find out later whether anybody has changed it.
  public func mark() throws(StoreError) -> StoreMark {
    try query { db in
      StoreMark(
        change: try Int64.fetchOne(db, sql: "SELECT max(id) FROM change") ?? 0,
        step: try Int64.fetchOne(db, sql: "SELECT max(id) FROM transition") ?? 0)
    }
  }

  /// Changes on record, the newest first; steps of plans from state to state among them, with `state` as action.
  ///
  /// - Parameters:
  ///   - day: only those of a day; `nil`: all.
  ///   - limit: how many at most; `nil`: all.
  public func changes(
    of day: PlanDate? = nil, limit: Int? = nil
  ) throws(StoreError) -> [Change] {
    try query { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT at, role, action, day, subject, note, 0 AS step, id FROM change
          WHERE :day IS NULL OR day = :day
          UNION ALL
          SELECT at, role, 'state', day, after, note, 1 AS step, id FROM transition
          WHERE :day IS NULL OR day = :day
          ORDER BY at DESC, step, id DESC LIMIT :limit
          """, arguments: ["day": day?.text, "limit": limit ?? -1]
      ).map { row in
        Change(
          at: try UTC.date(row["at"]), role: row["role"], action: row["action"],
          day: try StoredItem.date(row["day"]), subject: row["subject"], note: row["note"])
      }
    }
  }
}

public import Foundation
import GRDB

extension RunJournal {
  /// Months for which runs must be kept, unless set otherwise.
  public static let defaultRetention = 12
  /// Months that may be set; the file itself holds the same (R64).
  public static let retentionRange = 6...12

  /// Reads for how many months runs must be kept.
  public func retention() throws(StoreError) -> Int {
    try file.read(Self.retention)
  }

  /// Sets for how many months runs must be kept; earlier settings stay on record.
  ///
  /// - Parameters:
  ///   - months: 6 to 12.
  ///   - role: who does it, by role, for the record of changes that a territory's store keeps.
  ///   - moment: now.
  /// - Throws: `StoreError`; `.refused` for fewer or more months.
  public func setRetention(
    months: Int, by role: String = "coordination", at moment: Date
  ) throws(StoreError) {
    try file.write { db in
      try db.execute(
        sql: "INSERT INTO retention (at, months) VALUES (?, ?)",
        arguments: [UTC.text(moment), months])
      guard try db.tableExists("change") else { return }
      try StoreEdit(view: StoreView(db: db, path: file.path)).note(
        Change(at: moment, role: role, action: "retention", note: "\(months) months"))
    }
  }

  /// Removes the runs that ended before a moment, and leaves a trace of having done so.
  ///
  /// What was removed is overwritten in the file and in its log.
  ///
  /// - Parameters:
  ///   - end: runs that ended earlier go; `nil`: all that need not be kept any longer.
  ///   - moment: now.
  /// - Returns: how many runs were removed.
  /// - Throws: `StoreError`; `.tooRecent` where `end` reaches into the time for which runs must be kept.
  public func purge(before end: Date? = nil, at moment: Date) throws(StoreError) -> Int {
    let removed = try file.write { db in
      let months = try Self.retention(db)
      let limit = try Self.limit(db, months: months, at: moment)
      let before = end.map(UTC.text) ?? limit
      guard before <= limit else { throw StoreError(.tooRecent(months: months), path: file.path) }
      return try Self.purge(before: before, at: moment, db)
    }
    try file.emptyLog()
    return removed
  }

  /// Reads the traces of all purges, the newest first.
  public func purges() throws(StoreError) -> [PurgeRecord] {
    try file.read { db in
      try Row.fetchAll(db, sql: "SELECT at, before, removed FROM purge ORDER BY id DESC").map {
        row in
        PurgeRecord(
          at: try UTC.date(row["at"]), before: try UTC.date(row["before"]), removed: row["removed"])
      }
    }
  }

  /// - Returns: how many runs were removed.
  static func purge(before: String, at moment: Date, _ db: Database) throws -> Int {
    let removed =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM run WHERE at < ?", arguments: [before]) ?? 0
    try db.execute(
      sql: """
        INSERT INTO purge (at, before, last_run, removed)
        VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM run), ?)
        """, arguments: [UTC.text(moment), before, removed])
    return removed
  }

  static func retention(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT months FROM retention ORDER BY id DESC LIMIT 1")
      ?? defaultRetention
  }

  /// The moment before which runs may go, reckoned by SQLite as the trigger does.
  static func limit(_ db: Database, months: Int, at moment: Date) throws -> String {
    let limit = try String.fetchOne(
      db, sql: "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', ?, ?)",
      arguments: [UTC.text(moment), "-\(months) months"])
    guard let limit else { throw RowFault() }
    return limit
  }
}

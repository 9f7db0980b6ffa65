import GRDB
import Planning

/// The audit record of planning runs: an SQLite file, to which each run adds one record in one transaction; by itself
/// or within a territory's store.
///
/// Records are never changed. They go only by `purge(before:at:)`, which leaves a trace; the file's own
/// triggers see to it whatever program opens the file. A record that `append(_:)` has returned for is kept
/// even if the process is killed the moment after.
public struct RunJournal: Sendable {
  let file: StoreFile

  /// Opens a journal, or that of a territory's store.
  ///
  /// - Parameters:
  ///   - path: the file; with `.writing` it is made where there is none, in a folder that exists.
  ///   - access: `.reading` never makes or changes the file and does not let records be added.
  ///   - patience: seconds to wait while another process writes.
  /// - Returns: the open journal; it closes when the last copy of it goes.
  /// - Throws: `StoreError`; a file that was there is then as it was.
  public static func open(
    _ path: String, access: StoreAccess = .writing, patience: Double = 5
  ) throws(StoreError) -> RunJournal {
    do throws(StoreError) {
      return RunJournal(
        file: try StoreFile(
          path: path, access: access, layout: Schema.journal, patience: patience))
    } catch {
      // A territory's store keeps the same record of the same runs.
      guard error.cause == .foreign else { throw error }
      return try TerritoryStore.open(path, access: access, patience: patience).journal
    }
  }

  /// Opens a journal that cannot outgrow so many pages, as on a small disk.
  package static func open(_ path: String, pageLimit: Int) throws(StoreError) -> RunJournal {
    RunJournal(
      file: try StoreFile(
        path: path, access: .writing, layout: Schema.journal, patience: 5, pageLimit: pageLimit))
  }

  /// Adds one record: all of it or nothing.
  ///
  /// - Throws: `StoreError`; `.refused` for what no run can have (a hash that is none, a negative count,
  ///   a status outside 0...255, a tier whose value is not a number).
  public func append(_ record: RunRecord) throws(StoreError) {
    try file.write { db in try Self.append(record, to: db) }
  }

  static func append(_ record: RunRecord, to db: Database) throws {
    try RunRow(record).insert(db)
    let run = db.lastInsertedRowID
    for (rank, tier) in record.tiers.enumerated() {
      try TierRow(run: run, rank: rank, id: tier.id, value: tier.value, unit: tier.unit).insert(db)
    }
  }

  /// Reads the records added last, the newest first.
  ///
  /// - Parameter limit: how many at most; `nil`: all.
  /// - Returns: the records, each with its tiers.
  /// - Throws: `StoreError`; `.damaged` for a row that makes no record.
  public func runs(limit: Int? = nil) throws(StoreError) -> [RunRecord] {
    try file.read { db in
      let rows = try RunRow.fetchAll(
        db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [limit ?? -1])
      return try rows.map { row in
        let tiers = try TierRow.fetchAll(
          db, sql: "SELECT * FROM tier WHERE run = ? ORDER BY rank", arguments: [row.id])
        return try row.record(tiers: tiers)
      }
    }
  }
}

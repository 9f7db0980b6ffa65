public import Foundation
import GRDB

extension ServerFile {
  /// Takes a job in, unless its tenant has used its idempotency key before.
  public func accept(_ job: JobRecord, request: [UInt8]) throws(StoreError) -> JobAcceptance {
    try file.write { db in
      if let key = job.idempotencyKey, let known = try Self.row(of: job.tenant, key: key, in: db) {
        return known.fingerprint == job.fingerprint ? .repeated(known.record) : .conflicting
      }
      try db.execute(
        sql: """
          INSERT INTO job
            (id, tenant, api_key, kind, state, idempotency_key, fingerprint, legs, submitted_at, request)
          VALUES (?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)
          """,
        arguments: [
          job.id, job.tenant, job.apiKey, job.kind, job.idempotencyKey, job.fingerprint, job.legs,
          job.submittedAt.timeIntervalSince1970, Data(request),
        ])
      return .accepted
    }
  }

  /// The job that a tenant has asked for under an idempotency key.
  public func job(of tenant: String, key: String) throws(StoreError) -> JobRecord? {
    try file.read { db in try Self.row(of: tenant, key: key, in: db)?.record }
  }

  private static func row(of tenant: String, key: String, in db: Database) throws -> JobRow? {
    try JobRow.fetchOne(
      db, sql: "SELECT \(JobRow.columns) FROM job WHERE tenant = ? AND idempotency_key = ?",
      arguments: [tenant, key])
  }

  /// Notes that a job is being worked on.
  public func begin(_ id: String, at moment: Date) throws(StoreError) {
    try file.write { db in
      try db.execute(
        sql: """
          UPDATE job SET state = 'solving', started_at = ?, attempts = attempts + 1
          WHERE id = ? AND state IN ('queued', 'solving')
          """,
        arguments: [moment.timeIntervalSince1970, id])
    }
  }

  /// Puts a job that was begun back into the queue.
  public func putBack(_ id: String) throws(StoreError) {
    try file.write { db in
      try db.execute(
        sql:
          "UPDATE job SET state = 'queued', started_at = NULL WHERE id = ? AND state = 'solving'",
        arguments: [id])
    }
  }

  /// Notes how a job ended; one that has ended already stays as it is.
  public func end(_ id: String, _ end: JobEnd, at moment: Date) throws(StoreError) {
    try file.write { db in
      try db.execute(
        sql: """
          UPDATE job SET state = ?, ended_at = ?, outcome = ?, result = ?, result_hash = ?
          WHERE id = ? AND state IN ('queued', 'solving')
          """,
        arguments: [
          end.state.rawValue, moment.timeIntervalSince1970, end.outcome,
          end.result.map { Data($0) },
          end.resultHash, id,
        ])
    }
  }

  /// All jobs, in the order in which they were accepted.
  public func jobs() throws(StoreError) -> [JobRecord] {
    try file.read { db in
      try JobRow.fetchAll(db, sql: "SELECT \(JobRow.columns) FROM job ORDER BY number").map(
        \.record)
    }
  }

  /// What was asked; `nil` where it was removed.
  public func request(of id: String) throws(StoreError) -> [UInt8]? { try blob("request", of: id) }

  /// What came of it; `nil` where there is none.
  public func result(of id: String) throws(StoreError) -> [UInt8]? { try blob("result", of: id) }

  private func blob(_ column: String, of id: String) throws(StoreError) -> [UInt8]? {
    try file.read { db in
      try Data.fetchOne(db, sql: "SELECT \(column) FROM job WHERE id = ?", arguments: [id])
    }.map { [UInt8]($0) }
  }

  /// Removes request and result of a job that is over, and empties the log of them.
  public func erase(_ id: String) throws(StoreError) {
    try file.write { db in
      try db.execute(
        sql: """
          UPDATE job SET state = 'erased', request = NULL, result = NULL, outcome = NULL, result_hash = NULL,
            idempotency_key = NULL
          WHERE id = ? AND state NOT IN ('queued', 'solving')
          """,
        arguments: [id])
    }
    try file.emptyLog()
  }

  /// Removes all trace of the oldest jobs that are over of each tenant whose requests and results take more than so
  /// many bytes together; the last one stays whatever it takes, for somebody waits for it.
  ///
  /// - Returns: their ids.
  public func purge(keepingBytes most: Int) throws(StoreError) -> [String] {
    let ids = try file.write { db in
      try String.fetchAll(
        db,
        sql: """
          DELETE FROM job WHERE number IN (
            SELECT number FROM (
              SELECT number, row_number() OVER latest AS place,
                sum(coalesce(length(request), 0) + coalesce(length(result), 0)) OVER latest AS bytes
              FROM job WHERE ended_at IS NOT NULL
              WINDOW latest AS (PARTITION BY tenant ORDER BY ended_at DESC, number DESC))
            WHERE bytes > ? AND place > 1) RETURNING id
          """, arguments: [most])
    }
    if !ids.isEmpty { try file.emptyLog() }
    return ids
  }

  /// Removes all trace of jobs that ended before a moment.
  ///
  /// - Returns: their ids.
  public func purge(endedBefore moment: Date) throws(StoreError) -> [String] {
    let ids = try file.write { db in
      try String.fetchAll(
        db, sql: "DELETE FROM job WHERE ended_at < ? RETURNING id",
        arguments: [moment.timeIntervalSince1970])
    }
    if !ids.isEmpty { try file.emptyLog() }
    return ids
  }
}

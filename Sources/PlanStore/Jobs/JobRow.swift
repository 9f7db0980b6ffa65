import Foundation
import GRDB

/// A row of `job` without its request and result.
struct JobRow: Codable, FetchableRecord {
  static let columns = """
    id, tenant, api_key, kind, state, idempotency_key, fingerprint, legs, attempts, submitted_at, \
    started_at, ended_at, outcome, result_hash
    """
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase

  var id: String
  var tenant: String
  var apiKey: String?
  var kind: String
  var state: JobRecord.State
  var idempotencyKey: String?
  var fingerprint: String
  var legs: Int
  var attempts: Int
  /// Seconds since 1970: ages are told from them to the millisecond.
  var submittedAt: Double
  var startedAt: Double?
  var endedAt: Double?
  var outcome: String?
  var resultHash: String?

  var record: JobRecord {
    JobRecord(
      id: id, tenant: tenant, apiKey: apiKey, kind: kind, state: state,
      idempotencyKey: idempotencyKey, fingerprint: fingerprint, legs: legs, attempts: attempts,
      submittedAt: Date(timeIntervalSince1970: submittedAt),
      startedAt: startedAt.map(Date.init(timeIntervalSince1970:)),
      endedAt: endedAt.map(Date.init(timeIntervalSince1970:)), outcome: outcome,
      resultHash: resultHash)
  }
}

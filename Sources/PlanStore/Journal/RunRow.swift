import Foundation
import GRDB
import Planning

/// A row of `run`, column by column.
struct RunRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "run"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase

  var id: Int64?
  var at: String
  var command: String
  var engine: String
  var scenarioHash: String?
  var planHash: String?
  var territory: String?
  var date: String?
  /// A JSON array of ids.
  var profiles: [String]
  /// Decimal: SQLite's integers are signed and would not hold every seed.
  var seed: String
  var iterations: Int?
  var timeLimit: Double?
  var served: Int
  var unserved: Int
  var locks: Int
  var exitStatus: Int
  var tierCount: Int
}

/// A row of `tier`, column by column.
struct TierRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "tier"

  var run: Int64
  var rank: Int
  var id: String
  var value: Double
  var unit: String
}

extension RunRow {
  init(_ record: RunRecord) {
    self.init(
      id: nil, at: UTC.text(record.at), command: record.command, engine: record.engine,
      scenarioHash: record.scenarioHash, planHash: record.planHash, territory: record.territory,
      date: record.date?.text, profiles: record.profiles, seed: String(record.seed),
      iterations: record.iterations, timeLimit: record.timeLimit, served: record.served,
      unserved: record.unserved, locks: record.locks, exitStatus: record.exitStatus,
      tierCount: record.tiers.count)
  }

  /// Throws where the row holds what no record has, which only a damaged file can do.
  func record(tiers: [TierRow]) throws -> RunRecord {
    guard let seed = UInt64(seed), tiers.count == tierCount else { throw RowFault() }
    let day = try date.map { text in
      guard let day = PlanDate(text) else { throw RowFault() }
      return day
    }
    return RunRecord(
      at: try UTC.date(at), command: command, engine: engine, scenarioHash: scenarioHash,
      planHash: planHash, territory: territory, date: day, profiles: profiles, seed: seed,
      iterations: iterations, timeLimit: timeLimit,
      tiers: tiers.map { Tier(id: $0.id, value: $0.value, unit: $0.unit) }, served: served,
      unserved: unserved, locks: locks, exitStatus: exitStatus)
  }
}

/// A row that makes no record; told to the caller as a damaged file.
struct RowFault: Error {}

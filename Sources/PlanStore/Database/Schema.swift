import GRDB

/// The versions of a file's schema, each made from the one before by a step of SQL.
///
/// A step that has been released is never changed: a new version is a new step at the end.
struct Schema: Sendable {
  /// SQLite's `application_id`, by which a file is known as ours.
  let application: Int32
  let steps: [String]

  /// Throws unless the file is new, or ours and of a version that this engine knows.
  func recognise(_ db: Database, access: StoreAccess, path: String) throws {
    let found = try number("application_id", in: db)
    if found != Int(application) {
      let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard found == 0, objects == 0 else { throw StoreError(.foreign, path: path) }
      guard access == .writing else { throw StoreError(.notADatabase, path: path) }
    }
    let version = try number("user_version", in: db)
    guard version <= steps.count else {
      throw StoreError(.newerSchema(found: version, known: steps.count), path: path)
    }
  }

  /// Takes the steps that the file still lacks, in one transaction.
  ///
  /// The version is read again inside of it: another process may have been faster.
  func upgrade(_ db: Database, path: String) throws {
    guard try number("user_version", in: db) < steps.count else { return }
    try db.inTransaction(.immediate) {
      for version in try number("user_version", in: db)..<steps.count {
        try db.execute(sql: steps[version])
        try db.execute(sql: "PRAGMA user_version = \(version + 1)")
      }
      try db.execute(sql: "PRAGMA application_id = \(application)")
      return .commit
    }
  }

  private func number(_ pragma: String, in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0
  }
}

import GRDB

/// The versions of a file's schema, each made from the one before by a step of SQL.
///
/// A step that has been released is never changed: a new version is a new step at the end.
struct Schema: FileLayout {
  /// SQLite's `application_id`, by which a file is known as ours.
  let application: Int32
  let steps: [String]

  func recognise(_ db: Database, access: StoreAccess, path: String) throws {
    try requireApplication(application, db, access: access, path: path)
    let version = try number("user_version", in: db)
    guard version <= steps.count else {
      throw StoreError(.newerSchema(found: version, known: steps.count), path: path)
    }
  }

  /// Takes the steps that the file still lacks, in one transaction.
  ///
  /// The version is read again inside of it: another process may have been faster.
  func upgrade(_ queue: DatabaseQueue, path: String) throws {
    try queue.inDatabase { db in
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
  }

  private func number(_ pragma: String, in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0
  }
}

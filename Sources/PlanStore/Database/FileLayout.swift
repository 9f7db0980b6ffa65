import GRDB

/// What a file of the store must hold: by what it is known as ours, and how it is brought up to date.
protocol FileLayout: Sendable {
  /// Throws unless the file is new, or ours and of a version that this engine knows.
  func recognise(_ db: Database, access: StoreAccess, path: String) throws

  /// Takes the steps that the file still lacks, each in one transaction.
  func upgrade(_ queue: DatabaseQueue, path: String) throws
}

extension FileLayout {
  /// Throws unless the file is empty or bears this `application_id`.
  func requireApplication(
    _ application: Int32, _ db: Database, access: StoreAccess, path: String
  ) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard found != Int(application) else { return }
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard found == 0, objects == 0 else { throw StoreError(.foreign, path: path) }
    guard access == .writing else { throw StoreError(.notADatabase, path: path) }
  }
}

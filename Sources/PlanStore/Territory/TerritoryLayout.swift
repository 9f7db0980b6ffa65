import GRDB

/// The layout of a territory's store, brought up to date step by step.
///
/// A step that has been released is never changed: a new version is a new step at the end of `steps`.
struct TerritoryLayout: FileLayout {
  /// Whether an empty file may become a store.
  let mayBeNew: Bool

  /// "CamS".
  static let application: Int32 = 0x4361_6D53

  /// Names of the steps with their SQL, in order.
  static let steps: [(name: String, sql: String)] = [
    ("1 runs", journalStep1),
    ("1 items", itemsStep1),
    ("1 plans", plansStep1),
    ("1 audit", auditStep1),
    ("1 actuals", actualsStep1),
    ("2 early and late trips", earlyLateStep2),
  ]

  private var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (name, sql) in Self.steps {
      migrator.registerMigration(name) { db in
        try db.execute(sql: sql)
        try db.execute(sql: "PRAGMA application_id = \(Self.application)")
      }
    }
    return migrator
  }

  func recognise(_ db: Database, access: StoreAccess, path: String) throws {
    try requireApplication(
      Self.application, db, access: mayBeNew ? access : .reading, path: path)
    guard try db.tableExists("grdb_migrations") else { return }
    let known = Self.steps.count
    guard try !migrator.hasBeenSuperseded(db) else {
      let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM grdb_migrations") ?? 0
      throw StoreError(.newerSchema(found: found, known: known), path: path)
    }
    guard try access == .writing || migrator.hasCompletedMigrations(db) else {
      throw StoreError(.olderSchema, path: path)
    }
  }

  func upgrade(_ queue: DatabaseQueue, path: String) throws {
    guard try queue.read({ try !migrator.hasCompletedMigrations($0) }) else { return }
    try migrator.migrate(queue)
  }
}

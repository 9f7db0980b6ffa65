import Foundation
import GRDB

/// One SQLite file of the store: opened safely, known to be ours, brought to the present schema.
///
/// Write-ahead log with full synchronisation: what a transaction has committed survives the end of the
/// process at any moment, and the loss of power as far as the disk keeps its promises.
struct StoreFile: Sendable {
  let path: String
  private let queue: DatabaseQueue

  /// Opens the file, making it where it may be written and there is none.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: whether the caller means to write.
  ///   - schema: what the file must hold; brought up to date when the file is opened for writing.
  ///   - patience: seconds to wait for another process's lock.
  ///   - pageLimit: pages that the file may grow to; `nil`: as the disk allows.
  /// - Throws: `StoreError`; a file that is not ours, or too new, is then as it was.
  init(
    path: String, access: StoreAccess, schema: Schema, patience: Double, pageLimit: Int? = nil
  ) throws(StoreError) {
    self.path = path
    if access == .reading, !FileManager.default.fileExists(atPath: path) {
      throw StoreError(.missing, path: path)
    }
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What is purged is overwritten, not merely unlinked.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      if let pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { db in
        // Before anything is written: a file of someone else stays as it is.
        try schema.recognise(db, access: access, path: path)
        guard access == .writing else { return }
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try schema.upgrade(db, path: path)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Reads in one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
  }

  /// Writes in one transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(body) } catch { throw StoreError(error, path: path) }
  }

  /// Moves the write-ahead log into the file and empties it, so that what was removed is in neither.
  func emptyLog() throws(StoreError) {
    do {
      _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

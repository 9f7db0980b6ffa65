import Foundation
import GRDB

/// One SQLite file of the store: opened safely, known to be ours, brought to the present schema.
///
/// Write-ahead log with full synchronisation: what a transaction has committed survives the end of the
/// process at any moment, and the loss of power as far as the disk keeps its promises.
struct StoreFile: Sendable {
  let path: String
  let queue: DatabaseQueue
  /// Where nothing can be written beside the file, it is read without its log; and there is something in that log.
  let leavesOutLog: Bool

  /// Opens the file, making it where it may be written and there is none.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: whether the caller means to write.
  ///   - layout: what the file must hold; brought up to date when the file is opened for writing.
  ///   - patience: seconds to wait for another process's lock.
  ///   - pageLimit: pages that the file may grow to; `nil`: as the disk allows.
  /// - Throws: `StoreError`; a file that is not ours, or too new, is then as it was.
  init(
    path: String, access: StoreAccess, layout: any FileLayout, patience: Double,
    pageLimit: Int? = nil
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
    func open(_ name: String) throws -> DatabaseQueue {
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      try queue.inDatabase { db in
        // Before anything is written: a file of someone else stays as it is.
        try layout.recognise(db, access: access, path: path)
        guard access == .writing else { return }
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      return queue
    }
    do {
      (queue, leavesOutLog) = (try open(path), false)
    } catch {
      // Readers share an index beside the file. Where it cannot be made, as on a medium for reading only, nobody writes the
      // file either: it is read as it stands.
      var failure = StoreError(error, path: path)
      // What is there and cannot be opened for writing can mostly be read.
      if access == .writing, failure.cause == .cannotOpen, Self.isFile(path) {
        failure.cause = .readOnly
      }
      guard access == .reading, [.cannotOpen, .readOnly].contains(failure.cause) else {
        throw failure
      }
      do {
        (queue, leavesOutLog) = (try open(Self.unchanging(path)), Self.hasLog(path))
      } catch {
        let second = StoreError(error, path: path)
        throw [.cannotOpen, .readOnly].contains(second.cause) ? failure : second
      }
    }
    do {
      if access == .writing { try layout.upgrade(queue, path: path) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The name by which SQLite opens a file that nobody changes, without locks, index and log.
  private static func unchanging(_ path: String) -> String {
    URL(filePath: path).absoluteURL.absoluteString + "?immutable=1"
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isReadableFile(atPath: path)
  }

  private static func hasLog(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (attributes?[.size] as? NSNumber).map { $0.intValue > 0 } ?? false
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

  /// Writes in one transaction, which `body` has kept or taken back.
  ///
  /// - Parameter body: returns whether what it wrote shall stay.
  func transaction(_ body: (Database) throws -> Bool) throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) { try body(db) ? .commit : .rollback }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// What SQLite finds wrong with the file as a whole and with its references.
  func faults() throws(StoreError) -> [String] {
    try read { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
        "foreign key: \(row["table"] as String? ?? "")"
      }
      return found + broken
    }
  }

  /// Closes the file; its log is then moved into it.
  func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError(error, path: path) }
  }
}

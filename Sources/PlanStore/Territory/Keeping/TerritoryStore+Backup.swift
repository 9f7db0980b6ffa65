import Foundation
import GRDB

extension TerritoryStore {
  /// Copies the store as it stands at one moment, while others may go on working with it.
  ///
  /// The copy is checked by SQLite and by its references before it takes its name; a kill at any moment leaves what was
  /// there or the whole copy.
  ///
  /// - Parameters:
  ///   - path: the copy.
  ///   - mayReplace: whether an earlier copy may be replaced; a file of another kind never is.
  /// - Throws: `StoreError`; `.exists`, or `.damaged` where the copy does not pass the check.
  public func backup(to path: String, mayReplace: Bool = false) throws(StoreError) {
    if mayReplace, FileManager.default.fileExists(atPath: path) {
      _ = try TerritoryStore.open(path, access: .reading)
    }
    do {
      try NewFile(path).make(mayReplace: mayReplace) { staging in
        let copy = try DatabaseQueue(path: staging)
        try file.queue.backup(to: copy)
        // A file by itself, which may be carried away without a log beside it.
        try copy.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try copy.close()
        let found = try TerritoryStore.open(staging, access: .reading).faults()
        guard found.isEmpty else { throw StoreError(.damaged, path: staging) }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

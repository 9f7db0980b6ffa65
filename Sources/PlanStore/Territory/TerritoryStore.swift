import Foundation
import GRDB

/// A territory's store: one SQLite file with places, people, vehicles, bookings, plans and their states, history and
/// the audit record, by pseudonyms and need codes only.
///
/// Everything is read by `read(_:)`, in one consistent view, and changed by `edit(_:)`, in one transaction: all of it or
/// nothing, also where the process is killed. The store knows rows and their keys; what a row's JSON fields mean is
/// told by those who read and write scenarios.
public struct TerritoryStore: Sendable {
  let file: StoreFile

  /// The file as the caller named it.
  public var path: String { file.path }

  /// Whether the file is read without the last changes, which are in its log, since nothing can be written beside it.
  public var leavesOutLog: Bool { file.leavesOutLog }

  /// The record of planning runs, which stands in the same file.
  public var journal: RunJournal { RunJournal(file: file) }

  /// Opens a store that is there.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: whether the caller means to write. The file is brought to the present layout in either case: whoever
  ///     reads needs it too.
  ///   - patience: seconds to wait while another process writes.
  /// - Throws: `StoreError`; `.missing` where there is none, which is then not made.
  public static func open(
    _ path: String, access: StoreAccess = .writing, patience: Double = 10
  ) throws(StoreError) -> TerritoryStore {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(.missing, path: path)
    }
    func opened(_ access: StoreAccess) throws(StoreError) -> StoreFile {
      try StoreFile(
        path: path, access: access, layout: TerritoryLayout(mayBeNew: false), patience: patience)
    }
    do throws(StoreError) {
      return TerritoryStore(file: try opened(access))
    } catch {
      guard error.cause == .olderSchema else { throw error }
      do throws(StoreError) {
        try opened(.writing).close()
      } catch {
        // Where it cannot be written, that it is too old is what counts.
        throw error.cause == .readOnly ? StoreError(.olderSchema, path: path) : error
      }
      return TerritoryStore(file: try opened(access))
    }
  }

  /// Opens a store that cannot outgrow so many pages, as on a small disk.
  package static func open(_ path: String, pageLimit: Int) throws(StoreError) -> TerritoryStore {
    TerritoryStore(
      file: try StoreFile(
        path: path, access: .writing, layout: TerritoryLayout(mayBeNew: false), patience: 5,
        pageLimit: pageLimit))
  }

  /// Makes a store, with what it shall hold from its first moment on.
  ///
  /// It is made under another name beside `path` and put in its place whole: whoever looks finds no store or all of it.
  ///
  /// - Parameter fill: puts in what belongs in it; where it throws there is no store.
  /// - Throws: `StoreError`, `.exists` where there is a file already; or what `fill` throws of its own.
  @discardableResult
  public static func create<Value>(
    _ path: String, _ fill: (StoreEdit) throws -> Value
  ) throws -> Value {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError(.exists, path: path)
    }
    return try NewFile(path).make { staging in
      let store = TerritoryStore(
        file: try StoreFile(
          path: staging, access: .writing, layout: TerritoryLayout(mayBeNew: true), patience: 5))
      let value = try store.transaction(fill)
      try store.file.close()
      return value
    }
  }

  /// Whether the file at a path is an SQLite database, as a territory's store is; of a scenario's folder or document it
  /// is not.
  public static func isDatabase(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: magic.count)) == magic
  }

  private static let magic = Data("SQLite format 3\u{0}".utf8)

  /// Reads in one consistent view.
  public func read<Value>(
    _ body: (StoreView) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try file.read { db in try body(StoreView(db: db, path: path)) }
  }

  /// Reads in one consistent view, as `read(_:)` does, where the caller has errors of its own to throw.
  public func look<Value>(_ body: (StoreView) throws -> Value) throws -> Value {
    try file.read { db in
      Result { try body(StoreView(db: db, path: path)) }
    }.get()
  }

  /// Changes in one transaction: all of it or nothing.
  ///
  /// - Throws: `StoreError`, also what `body` throws; nothing is then changed. `.locked` where another process has
  ///   written for longer than the patience that the store was opened with.
  @discardableResult
  public func edit<Value>(
    _ body: (StoreEdit) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try file.write { db in try body(StoreEdit(view: StoreView(db: db, path: path))) }
  }

  /// Changes in one transaction, as `edit(_:)` does, where the caller has errors of its own to throw.
  ///
  /// - Parameter keepsChanges: `false` takes everything back in the end: to see what would change.
  /// - Throws: `StoreError`, or what `body` throws, as it is; nothing is then changed.
  @discardableResult
  public func transaction<Value>(
    keepsChanges: Bool = true, _ body: (StoreEdit) throws -> Value
  ) throws -> Value {
    var outcome: Result<Value, any Error>?
    try file.transaction { db in
      outcome = Result { try body(StoreEdit(view: StoreView(db: db, path: path))) }
      guard case .success? = outcome else { return false }
      return keepsChanges
    }
    guard let outcome else { throw StoreError(.other("no transaction"), path: path) }
    return try outcome.get()
  }

  /// SQLite's own check of the whole file, with that of references.
  ///
  /// - Returns: what is wrong; empty where all is well.
  public func faults() throws(StoreError) -> [String] { try file.faults() }
}

/// The store as it stands at one moment.
public struct StoreView {
  let db: Database
  /// The file as the caller named it.
  public let path: String

  /// The file's name without its folder, as faults name it.
  public var name: String { String(path.split(separator: "/").last ?? "") }

  /// Tells what goes wrong in a query in the store's terms.
  func query<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try body(db) } catch { throw StoreError(error, path: path) }
  }
}

/// The store while it is being changed, within one transaction.
public struct StoreEdit {
  /// The store with what was changed so far.
  public let view: StoreView

  func query<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try view.query(body)
  }
}

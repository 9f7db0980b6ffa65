import GRDB

extension StoreError {
  /// The store's reading of any error that SQLite or the reading of a row can give.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(Cause(error), path: path)
    default: self.init(.damaged, path: path)
    }
  }
}

extension StoreError.Cause {
  fileprivate init(_ error: DatabaseError) {
    // No room for the shared index of the write-ahead log is a full disk under another name.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .full
      return
    }
    if error.extendedResultCode == .SQLITE_IOERR_WRITE {
      self = .writeFailed
      return
    }
    switch error.resultCode {
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen
    case .SQLITE_NOTADB: self = .notADatabase
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_FULL: self = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_CONSTRAINT: self = .refused(error.message ?? error.resultCode.description)
    default: self = .other(error.message ?? error.resultCode.description)
    }
  }
}

/// Why a file of the store could not be used, said for the person who named the file.
public struct StoreError: Error, Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file cannot be opened or made.
    case cannotOpen
    /// The file is something else than a database.
    case notADatabase
    /// A database, of another program.
    case foreign
    /// A newer engine has written the file: its schema is version `found`, this engine knows up to `known`.
    case newerSchema(found: Int, known: Int)
    /// The file or its folder may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// Another process kept the file locked for the whole waiting time.
    case locked
    /// The database is damaged.
    case damaged
    /// The purge reaches into the time for which runs must be kept, `months` before the purge.
    case tooRecent(months: Int)
    /// The database refused what was to be written; the detail is SQLite's own message.
    case refused(String)
    /// Anything else; the detail is SQLite's own message.
    case other(String)
  }

  public var cause: Cause
  /// The file as the caller named it.
  public var path: String

  public init(_ cause: Cause, path: String) {
    self.cause = cause
    self.path = path
  }
}

public import Planning

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
    /// An older engine has written the file, and nothing can be written there to bring it up to date.
    case olderSchema
    /// There is a file already where a new one was to be made.
    case exists
    /// The file or its folder may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// The system refused to write: a quota, a limit of the process, a broken disk.
    case writeFailed
    /// Another process kept the file locked for the whole waiting time.
    case locked
    /// The database is damaged.
    case damaged
    /// The file is the store of another territory, of this id.
    case otherTerritory(String)
    /// There is no plan of the day.
    case noPlan(PlanDate)
    /// The day's plan is in a state that the other may not follow; `nil`: there is no plan.
    case notAllowed(PlanDate, from: PlanState?, to: PlanState)
    /// Somebody has made another plan of the day meanwhile, or changed its state.
    case overtaken(PlanDate)
    /// Somebody has changed the store since it was looked at.
    case movedOn
    /// The documents of the day's plan were purged.
    case purged(PlanDate)
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

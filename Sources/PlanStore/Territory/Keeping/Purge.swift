public import Planning

/// What a purge of a territory's store removes, or has removed (R65).
public struct Purge: Hashable, Sendable {
  /// What is to go.
  public enum Scope: Hashable, Sendable {
    /// Everything of days before a date, and riders of whom nothing is left.
    case before(PlanDate)
    /// One rider with all that is known of him or her.
    case rider(String)
  }

  public var scope: Scope
  public var bookings = 0
  public var locks = 0
  /// Standing orders: of the rider, or ended before the date.
  public var standing = 0
  /// Dated exceptions of the availability.
  public var exceptions = 0
  public var riders = 0
  /// Homes at which nobody is left.
  public var places = 0
  /// Plans whose documents go; their hashes and states stay.
  public var plans = 0
  /// Entries of what volunteers drove, of years before the date's.
  public var driven = 0
  /// Records of the audit that need not be kept any longer.
  public var records = 0

  public init(_ scope: Scope) { self.scope = scope }

  /// Whether there is nothing to remove.
  public var isEmpty: Bool {
    bookings + locks + standing + exceptions + riders + places + plans + driven + records == 0
  }
}

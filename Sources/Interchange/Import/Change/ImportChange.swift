public import Planning

/// What an import would make of one thing: a booking, a rider, a place, what is said of a day of somebody's hours.
public struct ImportChange: Equatable, Sendable {
  public enum Kind: String, Sendable, CaseIterable, Encodable {
    case added, changed, same
    /// It is there, and the sheet has it no more.
    case gone
  }

  /// A field that changes, with what it was and what it becomes.
  public struct FieldChange: Equatable, Sendable {
    public var field: String
    public var before: Bilingual
    public var after: Bilingual
  }

  /// Id that it has, or gets.
  public var id: String
  public var kind: Kind
  /// Who rides; empty of what is no ride.
  public var rider = ""
  public var fields: [FieldChange] = []
  /// Row of the sheet; `nil` where it has none.
  public var place: FaultPlace?
  /// Id that the sheet gives it, where the booking is known under another one.
  public var otherId = ""
}

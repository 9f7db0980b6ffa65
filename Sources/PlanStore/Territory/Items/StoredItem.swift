import GRDB
public import Planning

/// One object of a territory as the store holds it: its key, and its published JSON fields as text.
public struct StoredItem: Hashable, Sendable {
  public var kind: ItemKind
  /// Unique within its kind; of bookings and locks within their day.
  public var id: String
  /// What it belongs to: rider of a booking or standing order, home of a rider or volunteer, start of a vehicle, resource
  /// of an availability, vehicle of a line, trip of a lock; empty where the kind has no such thing.
  public var owner: String
  /// The day that it is of; `nil`: every day.
  public var day: PlanDate?
  /// First and last day on which it can be in force; `nil`: open.
  public var first: PlanDate?
  public var last: PlanDate?
  /// A JSON object.
  public var fields: String

  public init(
    _ kind: ItemKind, id: String, owner: String = "", day: PlanDate? = nil,
    first: PlanDate? = nil, last: PlanDate? = nil, fields: String
  ) {
    self.kind = kind
    self.id = id
    self.owner = owner
    self.day = day
    self.first = first
    self.last = last
    self.fields = fields
  }
}

/// What became of an item that was put into the store.
public enum ItemChange: String, Codable, Sendable, CaseIterable {
  case added, changed, unchanged
}

extension StoredItem {
  init(_ row: Row, _ kind: ItemKind) throws {
    self.init(kind, id: row["id"], fields: row["fields"])
    if let column = kind.owner { owner = row[column] }
    if kind.isDated { day = try Self.date(row["day"]) }
    if kind.isBounded {
      first = try Self.date(row["first_day"])
      last = try Self.date(row["last_day"])
    }
  }

  /// Values in the order of the kind's columns.
  var values: [(any DatabaseValueConvertible)?] {
    var values: [(any DatabaseValueConvertible)?] = [id]
    if kind.owner != nil { values.append(owner) }
    if kind.isDated { values.append(day?.text) }
    if kind.isBounded { values += [first?.text, last?.text] }
    return values + [fields]
  }

  /// Throws where the text is no date, which only a damaged file can hold.
  static func date(_ text: String?) throws -> PlanDate? {
    guard let text else { return nil }
    guard let date = PlanDate(text) else { throw RowFault() }
    return date
  }
}

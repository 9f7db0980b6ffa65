import GRDB
public import Planning

extension StoreView {
  /// Items of a kind that can be in force on a day, in the order in which they came: those of that day, and those of no
  /// day in particular within their bounds.
  public func items(_ kind: ItemKind, on day: PlanDate) throws(StoreError) -> [StoredItem] {
    try query { db in
      var conditions: [String] = []
      if kind.isDated { conditions.append("(day IS NULL OR day = :day)") }
      if kind.isBounded {
        conditions += [
          "(first_day IS NULL OR first_day <= :day)", "(last_day IS NULL OR last_day >= :day)",
        ]
      }
      guard !conditions.isEmpty else { return try Self.items(kind, "TRUE", [:], db) }
      return try Self.items(
        kind, conditions.joined(separator: " AND "), ["day": day.text], db)
    }
  }

  /// All items of a kind, whatever their day.
  public func items(_ kind: ItemKind) throws(StoreError) -> [StoredItem] {
    try query { db in try Self.items(kind, "TRUE", [:], db) }
  }

  /// Items of a kind that belong to something, e.g. the bookings of a rider.
  public func items(_ kind: ItemKind, of owner: String) throws(StoreError) -> [StoredItem] {
    guard let column = kind.owner else { return [] }
    return try query { db in
      try Self.items(kind, "\(column) = :owner", ["owner": owner], db)
    }
  }

  /// The item with an id; bookings and locks are looked up within their day.
  public func item(
    _ kind: ItemKind, id: String, day: PlanDate? = nil
  ) throws(StoreError) -> StoredItem? {
    try query { db in
      guard kind.isUniqueByDay else {
        return try Self.items(kind, "id = :id", ["id": id], db).first
      }
      return try Self.items(
        kind, "id = :id AND day = :day", ["id": id, "day": day?.text ?? ""], db
      ).first
    }
  }

  /// How many items of each kind there are; kinds without any are left out.
  public func counts() throws(StoreError) -> [ItemKind: Int] {
    try query { db in
      var counts: [ItemKind: Int] = [:]
      for kind in ItemKind.allCases {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(kind.rawValue)") ?? 0
        if count > 0 { counts[kind] = count }
      }
      return counts
    }
  }

  /// Days that have bookings of their own, in order.
  public func bookedDays() throws(StoreError) -> [PlanDate] {
    try query { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT day FROM booking ORDER BY day")
        .compactMap { try StoredItem.date($0) }
    }
  }

  static func items(
    _ kind: ItemKind, _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [StoredItem] {
    let columns = kind.columns.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM \(kind.rawValue) WHERE \(condition) ORDER BY rank")
    return try Row.fetchAll(statement, arguments: arguments).map { try StoredItem($0, kind) }
  }
}

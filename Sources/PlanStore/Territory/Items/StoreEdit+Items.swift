public import Foundation
import GRDB
public import Planning

extension StoreEdit {
  /// Adds an item, or puts it in the place of the one with the same id, whose rank it keeps.
  ///
  /// - Parameter moment: now.
  /// - Throws: `.refused` for fields that are no JSON object; what refers to an object that is not there is refused when
  ///   the transaction ends.
  @discardableResult
  public func put(_ item: StoredItem, at moment: Date) throws(StoreError) -> ItemChange {
    let old = try view.item(item.kind, id: item.id, day: item.day)
    guard old != item else { return .unchanged }
    let columns = item.kind.columns
    try query { db in
      let table = item.kind.rawValue
      let names = columns + ["changed_at"]
      var values = item.values
      values.append(UTC.text(moment))
      if old == nil {
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let statement = try db.cachedStatement(
          sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments(values))
      } else {
        let changes = names.map { "\($0) = ?" }.joined(separator: ", ")
        let byDay = item.kind.isUniqueByDay
        values.append(item.id)
        if byDay { values.append(item.day?.text) }
        let statement = try db.cachedStatement(
          sql: "UPDATE \(table) SET \(changes) WHERE id = ?" + (byDay ? " AND day = ?" : ""))
        try statement.execute(arguments: StatementArguments(values))
      }
    }
    return old == nil ? .added : .changed
  }

  /// Removes an item.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  public func remove(
    _ kind: ItemKind, id: String, day: PlanDate? = nil
  ) throws(StoreError) -> Bool {
    try query { db in
      if kind.isUniqueByDay {
        try db.execute(
          sql: "DELETE FROM \(kind.rawValue) WHERE id = ? AND day = ?",
          arguments: [id, day?.text])
      } else {
        try db.execute(sql: "DELETE FROM \(kind.rawValue) WHERE id = ?", arguments: [id])
      }
      return db.changesCount > 0
    }
  }

  /// Adds another name by which people here know a place (R21), or moves it to another place.
  ///
  /// - Parameters:
  ///   - name: as people say it.
  ///   - key: the same folded, as names are compared.
  public func putAlias(_ name: String, key: String, for place: String) throws(StoreError) {
    try query { db in
      try db.execute(
        sql: """
          INSERT INTO alias (key, name, place) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET name = excluded.name, place = excluded.place
          """, arguments: [key, name, place])
    }
  }

  /// Removes an alias.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  public func removeAlias(key: String) throws(StoreError) -> Bool {
    try query { db in
      try db.execute(sql: "DELETE FROM alias WHERE key = ?", arguments: [key])
      return db.changesCount > 0
    }
  }
}

/// Another name of a place, learned here.
public struct LocalAlias: Hashable, Sendable {
  public var name: String
  /// The name folded, as names are compared.
  public var key: String
  /// Place id.
  public var place: String
}

extension StoreView {
  /// Names of places learned here, by key.
  public func aliases() throws(StoreError) -> [LocalAlias] {
    try query { db in
      try Row.fetchAll(db, sql: "SELECT name, key, place FROM alias ORDER BY key").map { row in
        LocalAlias(name: row["name"], key: row["key"], place: row["place"])
      }
    }
  }
}

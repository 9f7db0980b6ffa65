import GRDB

/// Where others speak of a rider: volunteers who refuse or prefer, riders who never share, legs shared with some only.
enum RiderTraces {
  private static let lists: [(table: String, path: String)] = [
    ("volunteer", "$.riders_refused"), ("volunteer", "$.riders_preferred"),
    ("rider", "$.never_together"),
  ]

  /// Takes the rider out of what others say, so that nothing refers to somebody who is gone.
  static func remove(_ rider: String, _ db: Database) throws {
    for (table, path) in lists {
      try db.execute(
        sql: """
          UPDATE \(table) SET fields = json_set(fields, :path, (
            SELECT json_group_array(value) FROM json_each(fields, :path) WHERE value <> :rider))
          WHERE EXISTS (SELECT 1 FROM json_each(fields, :path) WHERE value = :rider)
          """, arguments: ["path": path, "rider": rider])
    }
    for table in ["booking", "standing"] { try unshare(table, rider, db) }
  }

  /// A leg shared only with a rider who is gone is shared with the others named, or with nobody.
  private static func unshare(_ table: String, _ rider: String, _ db: Database) throws {
    let legs = try Row.fetchAll(
      db,
      sql: """
        SELECT rank, leg.key AS number FROM \(table), json_each(fields, '$.legs') AS leg
        WHERE EXISTS (
          SELECT 1 FROM json_each(leg.value, '$.sharing.only_with') WHERE value = ?)
        """, arguments: [rider])
    for leg in legs {
      let rank: Int64 = leg["rank"]
      let number: Int = leg["number"]
      try db.execute(
        sql: """
          UPDATE \(table) SET fields = CASE json_array_length(fields, :list)
            WHEN 1 THEN json_set(fields, :sharing, 'no')
            ELSE json_set(fields, :list, (
              SELECT json_group_array(value) FROM json_each(fields, :list) WHERE value <> :rider))
            END
          WHERE rank = :rank
          """,
        arguments: [
          "list": "$.legs[\(number)].sharing.only_with", "sharing": "$.legs[\(number)].sharing",
          "rider": rider, "rank": rank,
        ])
    }
  }
}

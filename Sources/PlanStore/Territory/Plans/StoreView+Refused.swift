import GRDB
public import Planning

extension StoreView {
  /// How many bookings of each rider the plans that people were told left unserved in the weeks before a day (R39).
  ///
  /// The last plan told of each day counts; one whose documents were purged says nothing.
  ///
  /// - Returns: by rider; without those who were refused nothing.
  public func refusals(
    before day: PlanDate, weeks: Int
  ) throws(StoreError) -> [String: Int] {
    guard weeks > 0 else { return [:] }
    return try query { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT refused.value ->> 'rider' AS rider, count(*) AS bookings
          FROM version, json_each(version.document, '$.unserved') AS refused
          WHERE version.day BETWEEN ? AND ? AND version.document IS NOT NULL
            AND version.number = (
              SELECT max(number) FROM transition
              WHERE transition.day = version.day AND after IN ('published', 'amended', 'done'))
          GROUP BY rider
          """, arguments: [day.adding(days: -7 * weeks).text, day.adding(days: -1).text])
      return try Dictionary(
        rows.map { row in
          guard let rider = row["rider"] as String? else { throw RowFault() }
          return (rider, row["bookings"] as Int)
        }, uniquingKeysWith: +)
    }
  }
}

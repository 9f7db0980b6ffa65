public import Foundation
import GRDB
public import Planning

extension StoreEdit {
  /// Sets what was noted of a day, in place of what was noted before.
  ///
  /// - Parameter document: the rows as text, of which the store knows no more.
  public func setActuals(
    _ document: String, on day: PlanDate, at moment: Date
  ) throws(StoreError) {
    try query { db in
      try db.execute(
        sql: """
          INSERT INTO actuals (day, noted_at, document) VALUES (?, ?, ?)
          ON CONFLICT (day) DO UPDATE SET noted_at = excluded.noted_at,
            document = excluded.document
          """, arguments: [day.text, UTC.text(UTC.wholeSeconds(moment)), document])
    }
  }
}

extension StoreView {
  /// What was noted of days from `first` to `last`, by day.
  public func actuals(
    from first: PlanDate, to last: PlanDate
  ) throws(StoreError) -> [PlanDate: String] {
    try query { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT day, document FROM actuals WHERE day BETWEEN ? AND ?",
        arguments: [first.text, last.text])
      return try Dictionary(
        rows.map { row in
          guard let day = try StoredItem.date(row["day"]) else { throw RowFault() }
          return (day, row["document"])
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Days from `first` to `last` of which a plan was told, ascending.
  public func toldDays(
    from first: PlanDate, to last: PlanDate
  ) throws(StoreError) -> [PlanDate] {
    try query { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT day FROM transition
          WHERE after IN ('published', 'amended', 'done') AND day BETWEEN ? AND ? ORDER BY day
          """, arguments: [first.text, last.text]
      ).map { text in
        guard let day = PlanDate(text) else { throw RowFault() }
        return day
      }
    }
  }
}

public import Foundation
import GRDB
public import Planning

/// What a store has of a day, in a line.
public struct StoredDay: Hashable, Sendable {
  /// A plan without its documents.
  public struct Plan: Hashable, Sendable {
    /// 1 for the first plan of the day, and so on.
    public var number: Int
    public var state: PlanState
    /// In UTC, to the second.
    public var madeAt: Date

    public init(number: Int, state: PlanState, madeAt: Date) {
      self.number = number
      self.state = state
      self.madeAt = madeAt
    }
  }

  public var day: PlanDate
  /// Those written for the day; trips of standing orders are made when it is read.
  public var bookings: Int
  /// The last version; `nil`: there is none.
  public var plan: Plan?
}

extension StoreView {
  /// Days that have bookings of their own or a plan, the latest first.
  public func days(atMost limit: Int) throws(StoreError) -> [StoredDay] {
    try query { db in
      try Row.fetchAll(db, sql: daysQuery, arguments: [limit]).map { row in
        guard let day = try StoredItem.date(row["day"]) else { throw RowFault() }
        return StoredDay(day: day, bookings: row["bookings"], plan: try plan(of: row))
      }
    }
  }

  private func plan(of row: Row) throws -> StoredDay.Plan? {
    guard let number: Int = row["number"] else { return nil }
    guard let state = (row["state"] as String?).flatMap(PlanState.init(rawValue:)),
      let madeAt: String = row["made_at"]
    else { throw RowFault() }
    return StoredDay.Plan(number: number, state: state, madeAt: try UTC.date(madeAt))
  }
}

private let daysQuery = """
  WITH
    booked AS (SELECT day, count(*) AS bookings FROM booking GROUP BY day),
    newest AS (SELECT day, max(number) AS number FROM version GROUP BY day),
    known AS (SELECT day FROM booked UNION SELECT day FROM newest)
  SELECT known.day, coalesce(bookings, 0) AS bookings, newest.number, version.made_at,
    (SELECT after FROM transition WHERE transition.day = known.day ORDER BY id DESC LIMIT 1) AS state
  FROM known
    LEFT JOIN booked ON booked.day = known.day
    LEFT JOIN newest ON newest.day = known.day
    LEFT JOIN version ON version.day = newest.day AND version.number = newest.number
  ORDER BY known.day DESC LIMIT ?
  """

public import Foundation
import GRDB
internal import Planning

extension StoreEdit {
  /// Removes what is older than a date, or all of one rider; to see what would go, do it in `TerritoryStore.transaction(keepsChanges:)`.
  ///
  /// Hashes and states of plans stay on record, their documents go: they name riders by pseudonym and homes by place.
  /// The audit record goes as far as it need not be kept (R64). What was removed is overwritten in the file; the log of
  /// the file is emptied by `TerritoryStore.purge`.
  ///
  /// - Returns: what was removed.
  public func purge(_ scope: Purge.Scope, at moment: Date) throws(StoreError) -> Purge {
    try query { db in
      var purge = Purge(scope)
      switch scope {
      case .before(let day): try Self.purge(before: day, at: moment, &purge, db)
      case .rider(let id): try Self.purge(rider: id, &purge, db)
      }
      purge.places += try Self.count(db, Self.emptyHomes)
      try StoreEdit.forgetScenarios(db)
      // What was noted of a day cannot be read without its plan.
      try db.execute(
        sql: """
          DELETE FROM actuals WHERE NOT EXISTS (
            SELECT 1 FROM version WHERE version.day = actuals.day AND document IS NOT NULL)
          """)
      return purge
    }
  }

  private static func purge(
    before day: PlanDate, at moment: Date, _ purge: inout Purge, _ db: Database
  ) throws {
    let date: StatementArguments = ["day": day.text]
    purge.plans = try count(
      db, "UPDATE version SET document = NULL WHERE day < :day AND document IS NOT NULL", date)
    purge.locks = try count(db, "DELETE FROM lock WHERE day < :day", date)
    purge.bookings = try count(db, "DELETE FROM booking WHERE day < :day", date)
    purge.standing = try count(db, "DELETE FROM standing WHERE last_day < :day", date)
    purge.exceptions = try count(db, "DELETE FROM availability WHERE day < :day", date)
    purge.driven = try count(
      db, "DELETE FROM driven WHERE day < :year", ["year": "\(day.text.prefix(4))-01-01"])
    // A rider who came lately and has not booked yet stays.
    let gone = try String.fetchAll(
      db,
      sql: """
        SELECT id FROM rider WHERE changed_at < :day
          AND NOT EXISTS (SELECT 1 FROM booking WHERE booking.rider = rider.id)
          AND NOT EXISTS (SELECT 1 FROM standing WHERE standing.rider = rider.id)
        """, arguments: date)
    for rider in gone {
      purge.riders += try count(db, "DELETE FROM rider WHERE id = :rider", ["rider": rider])
      try RiderTraces.remove(rider, db)
    }
    purge.records = try purgeRecords(before: day, at: moment, db)
  }

  private static func purge(rider id: String, _ purge: inout Purge, _ db: Database) throws {
    let rider: StatementArguments = ["rider": id]
    // A plan, and the day that it was made from, hold the rider's trips and home.
    purge.plans = try count(
      db,
      """
      UPDATE version SET document = NULL WHERE document IS NOT NULL AND EXISTS (
        SELECT 1 FROM scenario, json_each(scenario.document, '$.riders') AS one
        WHERE scenario.hash = scenario_hash AND json_extract(one.value, '$.id') = :rider)
      """, rider)
    purge.locks = try count(
      db,
      """
      DELETE FROM lock WHERE EXISTS (
        SELECT 1 FROM booking WHERE booking.rider = :rider AND booking.day = lock.day
          AND (booking.id = lock.trip OR EXISTS (
            SELECT 1 FROM json_each(booking.fields, '$.legs') AS leg
            WHERE json_extract(leg.value, '$.id') = lock.trip)))
      OR EXISTS (
        SELECT 1 FROM standing WHERE standing.rider = :rider
          AND (lock.trip = standing.id || ':' || lock.day OR EXISTS (
            SELECT 1 FROM json_each(standing.fields, '$.legs') AS leg
            WHERE json_extract(leg.value, '$.id') || ':' || lock.day = lock.trip)))
      """, rider)
    purge.bookings = try count(db, "DELETE FROM booking WHERE rider = :rider", rider)
    purge.standing = try count(db, "DELETE FROM standing WHERE rider = :rider", rider)
    purge.riders = try count(db, "DELETE FROM rider WHERE id = :rider", rider)
    try RiderTraces.remove(id, db)
  }

  /// Homes where no rider, volunteer or vehicle is left and to which no trip goes.
  private static let emptyHomes = """
    DELETE FROM place WHERE json_extract(fields, '$.kind') = 'home'
      AND NOT EXISTS (SELECT 1 FROM rider WHERE home = place.id)
      AND NOT EXISTS (SELECT 1 FROM volunteer WHERE home = place.id)
      AND NOT EXISTS (SELECT 1 FROM vehicle WHERE start = place.id
        OR json_extract(vehicle.fields, '$.end') = place.id)
      AND place.id NOT IN (
        SELECT json_extract(leg.value, ends.value)
        FROM (SELECT fields FROM booking UNION ALL SELECT fields FROM standing) AS trips,
          json_each(trips.fields, '$.legs') AS leg, json_each('["$.from", "$.to"]') AS ends
        WHERE json_extract(leg.value, ends.value) IS NOT NULL)
      AND place.id NOT IN (
        SELECT json_extract(stop.value, '$.place') FROM line,
          json_each(line.fields, '$.stops') AS stop
        WHERE json_extract(stop.value, '$.place') IS NOT NULL)
    """

  /// Runs and changes before the date, as far as they need not be kept.
  private static func purgeRecords(
    before day: PlanDate, at moment: Date, _ db: Database
  ) throws -> Int {
    let limit = try RunJournal.limit(db, months: RunJournal.retention(db), at: moment)
    let before = min(day.text + "T00:00:00Z", limit)
    let changes = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM change WHERE at < ?", arguments: [before])
    let runs = try RunJournal.purge(before: before, at: moment, db)
    return runs + (changes ?? 0)
  }

  private static func count(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = [:]
  ) throws -> Int {
    try db.execute(sql: sql, arguments: arguments)
    return db.changesCount
  }
}

extension TerritoryStore {
  /// Removes what is older than a date, or all of one rider, in one transaction, and empties the file's log.
  ///
  /// - Parameters:
  ///   - role: who does it, by role; stays on record without saying whom it concerned.
  ///   - moment: now.
  /// - Returns: what was removed.
  public func purge(
    _ scope: Purge.Scope, by role: String, at moment: Date
  ) throws(StoreError) -> Purge {
    let done = try edit { edit throws(StoreError) in
      let done = try edit.purge(scope, at: moment)
      let note =
        switch scope {
        case .before(let day): "before \(day.text)"
        case .rider: "one rider"
        }
      try edit.note(Change(at: moment, role: role, action: "purge", note: note))
      return done
    }
    try file.emptyLog()
    return done
  }
}

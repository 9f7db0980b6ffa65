import GRDB
public import Planning

extension StoreEdit {
  /// Sets what volunteers drove on a day by one source, in place of what that source said before.
  ///
  /// - Parameter driven: entries of that day and source; others are left aside.
  public func setDriven(
    _ driven: [Driven], on day: PlanDate, by source: Driven.Source
  ) throws(StoreError) {
    try query { db in
      try db.execute(
        sql: "DELETE FROM driven WHERE day = ? AND source = ?",
        arguments: [day.text, source.rawValue])
    }
    for entry in driven where entry.day == day && entry.source == source { try put(entry) }
  }

  /// Sets what one volunteer drove on a day by one source.
  public func put(_ entry: Driven) throws(StoreError) {
    try query { db in
      try db.execute(
        sql: """
          INSERT INTO driven (volunteer, day, source, kilometres, trips, early_late, duty)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (volunteer, day, source) DO UPDATE SET kilometres = excluded.kilometres,
            trips = excluded.trips, early_late = excluded.early_late, duty = excluded.duty
          """,
        arguments: [
          entry.volunteer, entry.day.text, entry.source.rawValue, entry.kilometres, entry.trips,
          entry.earlyOrLate, entry.duty,
        ])
    }
  }
}

extension StoreView {
  /// What volunteers drove from `first` to `last`, an entry a volunteer and day: as it really was where that is known,
  /// else as it was planned.
  public func driven(from first: PlanDate, to last: PlanDate) throws(StoreError) -> [Driven] {
    try query { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM driven WHERE day BETWEEN ? AND ? AND source <> 'opening'
            AND (source = 'actual' OR NOT EXISTS (
              SELECT 1 FROM driven AS real WHERE real.volunteer = driven.volunteer
                AND real.day = driven.day AND real.source = 'actual'))
          ORDER BY day, volunteer
          """, arguments: [first.text, last.text]
      ).map(Driven.init)
    }
  }

  /// Kilometres that each volunteer has driven in a day's year before that day: what was stated last, and what came
  /// since. Where kilometres were stated later in the year only, they count: nothing better is known.
  ///
  /// - Returns: by volunteer; without those of whom nothing is known.
  public func kilometresOfYear(before day: PlanDate) throws(StoreError) -> [String: Double] {
    let start = PlanDate(year: day.year, month: 1, day: 1)
    let openings = try openings(inYearOf: day)
    let driven = try driven(from: start, to: day.adding(days: -1))
    var sums = openings.mapValues(\.kilometres)
    for entry in driven {
      if let opening = openings[entry.volunteer], entry.day < opening.day { continue }
      sums[entry.volunteer, default: 0] += entry.kilometres
    }
    return sums
  }

  /// Each volunteer's kilometres as stated last by a day of its year, or else first after it.
  public func openings(inYearOf day: PlanDate) throws(StoreError) -> [String: Driven] {
    try query { db in
      let year = day.text.prefix(4)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM driven WHERE source = 'opening' AND day BETWEEN ? AND ? ORDER BY day
          """, arguments: ["\(year)-01-01", "\(year)-12-31"])
      return try Dictionary(
        rows.map { row in
          let entry = try Driven(row)
          return (entry.volunteer, entry)
        }, uniquingKeysWith: { first, later in later.day <= day ? later : first })
    }
  }
}

extension Driven {
  init(_ row: Row) throws {
    guard let day = try StoredItem.date(row["day"]), let source = Source(rawValue: row["source"])
    else { throw RowFault() }
    self.init(
      volunteer: row["volunteer"], day: day, source: source, kilometres: row["kilometres"],
      trips: row["trips"], earlyOrLate: row["early_late"], duty: row["duty"])
  }
}

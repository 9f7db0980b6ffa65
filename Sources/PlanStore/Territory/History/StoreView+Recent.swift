import GRDB
public import Planning

extension StoreView {
  /// What each volunteer has driven in the weeks before a day (R38), as it really was where that is known, else as it was
  /// planned.
  ///
  /// Trips that were stated count by the share of their weeks that the look back still takes in, since nobody knows on
  /// which days they were; what came since is added.
  ///
  /// - Parameter weeks: how many are looked back on, as when trips were stated.
  /// - Returns: by volunteer; without those of whom nothing is known.
  public func recentTrips(
    before day: PlanDate, weeks: Int
  ) throws(StoreError) -> [String: RecentTrips] {
    guard weeks > 0 else { return [:] }
    let span = 7 * weeks
    let first = day.adding(days: -span)
    let openings = try statedTrips(from: first, to: day)
    var sums = openings.mapValues { opening in
      let left = span - (day.dayNumber - opening.day.dayNumber)
      func share(_ trips: Int) -> Int {
        Int((Double(trips) * Double(left) / Double(span)).rounded())
      }
      return RecentTrips(
        trips: share(opening.trips), earlyOrLate: share(opening.earlyOrLate))
    }
    for entry in try driven(from: first, to: day.adding(days: -1)) {
      if let opening = openings[entry.volunteer], entry.day < opening.day { continue }
      sums[entry.volunteer, default: RecentTrips()].trips += entry.trips
      sums[entry.volunteer, default: RecentTrips()].earlyOrLate += entry.earlyOrLate
    }
    return sums
  }

  /// Each volunteer's trips as stated last on one of these days; kilometres stated without any say nothing of trips.
  public func statedTrips(
    from first: PlanDate, to last: PlanDate
  ) throws(StoreError) -> [String: Driven] {
    try query { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM driven WHERE source = 'opening' AND trips > 0 AND day BETWEEN ? AND ?
          ORDER BY day
          """, arguments: [first.text, last.text])
      return try Dictionary(
        rows.map { row in
          let entry = try Driven(row)
          return (entry.volunteer, entry)
        }, uniquingKeysWith: { _, later in later })
    }
  }
}

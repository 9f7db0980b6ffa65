import GRDB
public import Planning

extension StoreView {
  /// The last version of a day's plan; `nil` where there is none.
  public func plan(of day: PlanDate) throws(StoreError) -> StoredPlan? {
    try query { db in
      try Self.plans(db, "version.day = :day", ["day": day.text], limit: 1).first
    }
  }

  /// One version of a day's plan.
  public func plan(of day: PlanDate, number: Int) throws(StoreError) -> StoredPlan? {
    try query { db in
      try Self.plans(
        db, "version.day = :day AND number = :number", ["day": day.text, "number": number],
        limit: 1
      ).first
    }
  }

  /// The last version that riders and drivers were told; `nil` where there is none.
  ///
  /// - Parameter number: of a version; the one told before it is looked for.
  public func toldPlan(
    of day: PlanDate, before number: Int = .max
  ) throws(StoreError) -> StoredPlan? {
    try query { db in
      try Self.plans(
        db,
        "version.day = :day AND number < :number AND state IN ('published', 'amended', 'done')",
        ["day": day.text, "number": number], limit: 1
      ).first
    }
  }

  /// The states of a day's versions that say the same, each the last that it was in; empty: the store has no such plan.
  ///
  /// - Parameter hash: of what the plan says.
  public func states(
    ofPlan hash: String, on day: PlanDate
  ) throws(StoreError) -> [PlanState] {
    try query { db in
      try Self.plans(
        db, "version.day = :day AND plan_hash = :hash", ["day": day.text, "hash": hash], limit: nil
      ).map(\.state)
    }
  }

  /// The last version of each day from `first` to `last`, in the order of the days.
  public func plans(
    from first: PlanDate, to last: PlanDate
  ) throws(StoreError) -> [StoredPlan] {
    try query { db in
      let newest = "(SELECT max(number) FROM version AS other WHERE other.day = version.day)"
      return try Self.plans(
        db, "version.day BETWEEN :first AND :last AND number = \(newest)",
        ["first": first.text, "last": last.text], limit: nil
      ).sorted { $0.day < $1.day }
    }
  }

  /// The state of a day; `nil`: there is no plan of it.
  public func state(of day: PlanDate) throws(StoreError) -> PlanState? {
    try query { db in try Self.state(of: day, db) }
  }

  /// How far a day has come, to find out later whether it has gone on.
  public func mark(of day: PlanDate) throws(StoreError) -> DayMark {
    try query { db in
      DayMark(
        steps: try Int.fetchOne(
          db, sql: "SELECT count(*) FROM transition WHERE day = ?", arguments: [day.text]) ?? 0)
    }
  }

  /// What states a day went through, the first first.
  public func transitions(of day: PlanDate) throws(StoreError) -> [Transition] {
    try query { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM transition WHERE day = ? ORDER BY id", arguments: [day.text]
      ).map { row in
        let before: String = row["before"]
        let from = PlanState(rawValue: before)
        guard let after = PlanState(rawValue: row["after"]), before.isEmpty || from != nil else {
          throw RowFault()
        }
        return Transition(
          day: day, number: row["number"], from: from, to: after, role: row["role"],
          at: try UTC.date(row["at"]), note: row["note"])
      }
    }
  }

  static func state(of day: PlanDate, _ db: Database) throws -> PlanState? {
    let text = try String.fetchOne(
      db, sql: "SELECT after FROM transition WHERE day = ? ORDER BY id DESC LIMIT 1",
      arguments: [day.text])
    guard let text else { return nil }
    guard let state = PlanState(rawValue: text) else { throw RowFault() }
    return state
  }

  /// Versions with the last state of each, the newest first.
  private static func plans(
    _ db: Database, _ condition: String, _ arguments: StatementArguments, limit: Int?
  ) throws -> [StoredPlan] {
    let sql = """
      SELECT version.day, number, made_at, plan_hash, scenario_hash, version.document,
        CASE WHEN version.document IS NULL THEN NULL ELSE scenario.document END AS scenario,
        (SELECT after FROM transition
          WHERE transition.day = version.day AND transition.number = version.number
          ORDER BY transition.id DESC LIMIT 1) AS state
      FROM version LEFT JOIN scenario ON scenario.hash = scenario_hash
      WHERE \(condition) ORDER BY number DESC LIMIT \(limit ?? -1)
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      guard let day = try StoredItem.date(row["day"]),
        let state = (row["state"] as String?).flatMap(PlanState.init(rawValue:))
      else { throw RowFault() }
      return StoredPlan(
        day: day, number: row["number"], madeAt: try UTC.date(row["made_at"]),
        planHash: row["plan_hash"], scenarioHash: row["scenario_hash"], state: state,
        document: row["document"], scenario: row["scenario"])
    }
  }
}

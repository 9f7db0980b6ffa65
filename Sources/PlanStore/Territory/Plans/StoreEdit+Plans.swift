public import Foundation
import GRDB
public import Planning

extension StoreEdit {
  /// Keeps a new version of a day's plan: a draft before publication, an amendment after it.
  ///
  /// The documents of an earlier draft that nobody was told go.
  ///
  /// - Parameters:
  ///   - role: who has made it, by role.
  ///   - note: why, in a few words; empty: nothing to say.
  ///   - mark: how far the day had come when the plan was begun; `nil`: whatever has happened since.
  /// - Returns: its number, and the day's state with it.
  /// - Throws: `.notAllowed` where the day is done, `.overtaken` where it has gone on since `mark`.
  @discardableResult
  public func save(
    _ plan: NewPlan, by role: String, note: String = "", since mark: DayMark? = nil
  ) throws(StoreError) -> (number: Int, state: PlanState) {
    if let mark, try view.mark(of: plan.day) != mark {
      throw StoreError(.overtaken(plan.day), path: view.path)
    }
    let before = try view.state(of: plan.day)
    guard let state = PlanState.ofNewPlan(after: before) else {
      throw StoreError(.notAllowed(plan.day, from: before, to: .amended), path: view.path)
    }
    let number = try query { db in
      try db.execute(
        sql: "INSERT INTO scenario (hash, document) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
        arguments: [plan.scenarioHash, plan.scenario])
      let last =
        try Int.fetchOne(
          db, sql: "SELECT max(number) FROM version WHERE day = ?", arguments: [plan.day.text]) ?? 0
      try db.execute(
        sql: """
          INSERT INTO version (day, number, made_at, plan_hash, scenario_hash, document)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          plan.day.text, last + 1, UTC.text(plan.madeAt), plan.planHash, plan.scenarioHash,
          plan.document,
        ])
      return last + 1
    }
    try add(
      Transition(
        day: plan.day, number: number, from: before, to: state, role: role, at: plan.madeAt,
        note: note))
    try query { db in try Self.forgetDrafts(of: plan.day, before: number, db) }
    return (number, state)
  }

  /// Brings a day's plan into another state.
  ///
  /// - Throws: `.notAllowed` where that state may not follow, `.noPlan` where there is no plan.
  public func move(
    _ day: PlanDate, to state: PlanState, by role: String, at moment: Date, note: String = ""
  ) throws(StoreError) {
    guard let plan = try view.plan(of: day) else { throw StoreError(.noPlan(day), path: view.path) }
    guard plan.state.next.contains(state), !state.needsVersion else {
      throw StoreError(.notAllowed(day, from: plan.state, to: state), path: view.path)
    }
    try add(
      Transition(
        day: day, number: plan.number, from: plan.state, to: state, role: role, at: moment,
        note: note))
  }

  /// Notes a run of the planning in the record that stands in the same file.
  public func note(_ run: RunRecord) throws(StoreError) {
    try query { db in try RunJournal.append(run, to: db) }
  }

  private func add(_ transition: Transition) throws(StoreError) {
    try query { db in
      try db.execute(
        sql: """
          INSERT INTO transition (day, number, before, after, role, at, note)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          transition.day.text, transition.number, transition.from?.rawValue ?? "",
          transition.to.rawValue, transition.role, UTC.text(transition.at), transition.note,
        ])
    }
  }

  /// Drafts that went no further are replaced by the next: only their hashes stay.
  private static func forgetDrafts(of day: PlanDate, before number: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE version SET document = NULL
        WHERE day = ? AND number < ? AND document IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM transition WHERE transition.day = version.day
            AND transition.number = version.number AND after <> 'draft')
        """, arguments: [day.text, number])
    try forgetScenarios(db)
  }

  /// Removes days that no plan is left of.
  static func forgetScenarios(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM scenario WHERE NOT EXISTS (
          SELECT 1 FROM version WHERE scenario_hash = scenario.hash AND document IS NOT NULL)
        """)
  }
}

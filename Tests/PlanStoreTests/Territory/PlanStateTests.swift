import CaminTestSupport
import Foundation
import GRDB
import PlanStore
import Planning
import Testing

/// R57: states of a day's plan, held by the store.
@Suite struct PlanStateTests {
  private let day = TerritoryFixture.wednesday
  private let noon = TerritoryFixture.noon

  /// What may follow what, written down once more.
  private static let model: [PlanState?: Set<PlanState>] = [
    nil: [.draft], .draft: [.draft, .proposed], .proposed: [.draft, .confirmed],
    .confirmed: [.draft, .published], .published: [.amended, .done],
    .amended: [.amended, .done], .done: [],
  ]

  @Test func theFileHoldsTheSameTransitionsAsTheCode() throws {
    let fixture = try TerritoryFixture()
    let rows = try DatabaseQueue(path: fixture.path).read {
      try Row.fetchAll($0, sql: "SELECT before, after FROM allowed_transition")
    }
    var held: [PlanState?: Set<PlanState>] = [.done: []]
    for row in rows {
      let after = try #require(PlanState(rawValue: row["after"]))
      held[PlanState(rawValue: row["before"]), default: []].insert(after)
    }
    #expect(held == Self.model)
    for state in PlanState.allCases { #expect(state.next == Self.model[state]) }
  }

  /// Random attempts: what the model allows succeeds and is recorded, all else is refused and changes nothing.
  @Test(arguments: 0..<12) func randomAttemptsFollowTheModel(seed: UInt64) throws {
    let fixture = try TerritoryFixture()
    var random = SplitMix64(seed: seed)
    var state: PlanState?
    var number = 0
    var steps: [PlanState] = []
    for attempt in 0..<60 {
      let moment = noon.addingTimeInterval(Double(attempt))
      if Bool.random(using: &random) {
        let allowed = state.map { Self.model[$0] ?? [] } ?? [.draft]
        let wanted = [PlanState.draft, .amended].first(where: allowed.contains)
        let saved = try? fixture.store.edit { edit throws(StoreError) in
          try edit.save(TerritoryFixture.plan(attempt, at: moment), by: "coordination")
        }
        #expect(saved?.state == wanted)
        guard let wanted else { continue }
        number += 1
        #expect(saved?.number == number)
        state = wanted
        steps.append(wanted)
      } else {
        let wanted = try #require(PlanState.allCases.randomElement(using: &random))
        let isAllowed =
          ![.draft, .amended].contains(wanted)
          && state.map { Self.model[$0] ?? [] }?.contains(wanted) == true
        let moved: Void? = try? fixture.store.edit { edit throws(StoreError) in
          try edit.move(day, to: wanted, by: "coordination", at: moment)
        }
        #expect((moved != nil) == isAllowed, "\(String(describing: state)) to \(wanted)")
        guard isAllowed else { continue }
        state = wanted
        steps.append(wanted)
      }
    }
    let (found, recorded) = try fixture.store.read { view throws(StoreError) in
      (try view.plan(of: day), try view.transitions(of: day))
    }
    #expect(found?.state == state && found?.number == (number == 0 ? nil : number))
    #expect(recorded.map(\.to) == steps)
    #expect(recorded.map(\.from) == [nil] + steps.dropLast().map(Optional.some) || steps.isEmpty)
    #expect(try fixture.store.faults().isEmpty)
  }

  @Test func refusalsSayWhatIsPossible() throws {
    let fixture = try TerritoryFixture()
    let none = #expect(throws: StoreError.self) {
      try fixture.store.edit { edit throws(StoreError) in
        try edit.move(day, to: .proposed, by: "coordination", at: noon)
      }
    }
    #expect(none?.cause == .noPlan(day))
    try fixture.store.edit { edit throws(StoreError) in
      try edit.save(TerritoryFixture.plan(1), by: "coordination")
    }
    let early = #expect(throws: StoreError.self) {
      try fixture.store.edit { edit throws(StoreError) in
        try edit.move(day, to: .published, by: "coordination", at: noon)
      }
    }
    #expect(early?.cause == .notAllowed(day, from: .draft, to: .published))
    #expect(early?.remedy.fr.contains("proposé") == true)
    #expect(PlanState.steps(from: .draft, to: .published) == [.proposed, .confirmed, .published])
    #expect(PlanState.steps(from: .confirmed, to: .published) == [.published])
    #expect(PlanState.steps(from: .published, to: .done) == [.done])
    #expect(PlanState.steps(from: .draft, to: .done) == nil)
    #expect(PlanState.steps(from: .published, to: .amended) == nil)
  }

  @Test func aPlanBegunBeforeTheDayWentOnIsRefused() throws {
    let fixture = try TerritoryFixture()
    let mark = try fixture.store.read { view throws(StoreError) in try view.mark(of: day) }
    try fixture.store.edit { edit throws(StoreError) in
      try edit.save(TerritoryFixture.plan(1), by: "coordination", since: mark)
    }
    let late = #expect(throws: StoreError.self) {
      try fixture.store.edit { edit throws(StoreError) in
        try edit.save(TerritoryFixture.plan(2), by: "coordination", since: mark)
      }
    }
    #expect(late?.cause == .overtaken(day))
    let plan = try fixture.store.read { view throws(StoreError) in try view.plan(of: day) }
    #expect(plan?.number == 1)
  }

  @Test func draftsThatNobodyWasToldAreReplaced() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      try edit.save(TerritoryFixture.plan(1), by: "coordination")
      try edit.save(TerritoryFixture.plan(2), by: "coordination")
      try edit.move(day, to: .proposed, by: "coordination", at: noon)
      try edit.save(TerritoryFixture.plan(3), by: "coordination")
      for state in [PlanState.proposed, .confirmed, .published] {
        try edit.move(day, to: state, by: "coordination", at: noon)
      }
      try edit.save(TerritoryFixture.plan(4), by: "permanence", note: "v1 malade")
    }
    let plans = try fixture.store.read { view throws(StoreError) in
      var plans: [StoredPlan] = []
      for number in 1...4 { plans += [try view.plan(of: day, number: number)].compactMap(\.self) }
      return plans
    }
    #expect(plans.map(\.state) == [.draft, .proposed, .published, .amended])
    #expect(plans.map { $0.document == nil } == [true, false, false, false])
    #expect(plans.map { $0.scenario == nil } == [true, false, false, false])
    let told = try fixture.store.read { view throws(StoreError) in try view.toldPlan(of: day) }
    #expect(told?.number == 4 && told?.document == #"{"plan": 4}"#)
    let last = try fixture.store.read { view throws(StoreError) in
      try view.plans(from: day, to: day)
    }
    #expect(last.map(\.number) == [4])
  }

  /// Whatever program opens the file.
  @Test(arguments: [
    "INSERT INTO transition (day, number, before, after, role, at, note) VALUES "
      + "('2026-11-25', 1, 'draft', 'published', 'x', '2026-11-24T12:00:00Z', '')",
    "INSERT INTO transition (day, number, before, after, role, at, note) VALUES "
      + "('2026-11-25', 1, 'proposed', 'confirmed', 'x', '2026-11-24T12:00:00Z', '')",
    "INSERT INTO transition (day, number, before, after, role, at, note) VALUES "
      + "('2026-11-25', 1, 'draft', 'draft', 'x', '2026-11-24T12:00:00Z', '')",
    "INSERT INTO allowed_transition VALUES ('draft', 'published')",
    "DELETE FROM allowed_transition", "UPDATE allowed_transition SET after = 'done'",
    "UPDATE transition SET role = 'y'", "DELETE FROM transition", "DELETE FROM version",
    "UPDATE version SET document = '{}'", "UPDATE version SET plan_hash = scenario_hash",
    "UPDATE change SET role = 'y'", "DELETE FROM change",
    "REPLACE INTO change (id, at, role, action, subject, note) VALUES "
      + "(1, '2026-11-24T12:00:00Z', 'x', 'y', '', '')",
  ]) func noProgramCanRewriteHistory(sql: String) throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      try edit.save(TerritoryFixture.plan(1), by: "coordination")
      try edit.note(Change(at: noon, role: "coordination", action: "lock", subject: "b1"))
    }
    #expect(throws: DatabaseError.self) {
      try DatabaseQueue(path: fixture.path).write { try $0.execute(sql: sql) }
    }
    let kept = try fixture.store.read { view throws(StoreError) in
      (try view.state(of: day), try view.changes(of: nil))
    }
    #expect(kept.0 == .draft && kept.1.map(\.action) == ["lock", "state"])
  }
}

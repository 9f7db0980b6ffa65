import PlanStore
import Planning
import Testing

/// R61: what was noted of days, a document a day.
@Suite struct ActualsTests {
  private let day = TerritoryFixture.wednesday
  private let noon = TerritoryFixture.noon

  private func noted(_ fixture: TerritoryFixture) throws -> [PlanDate: String] {
    try fixture.store.read { view throws(StoreError) in
      try view.actuals(from: day.adding(days: -7), to: day)
    }
  }

  @Test func aDayIsReplacedAsAWhole() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      try edit.setActuals("[1]", on: day, at: noon)
      try edit.setActuals("[2]", on: day.adding(days: -1), at: noon)
      try edit.setActuals("[3]", on: day, at: noon)
      try edit.setActuals("[4]", on: day.adding(days: 1), at: noon)
    }
    #expect(try noted(fixture) == [day: "[3]", day.adding(days: -1): "[2]"])
  }

  @Test("R65: what was noted of a day goes with its plan")
  func purged() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      for shift in [-1, 0] {
        try edit.save(
          TerritoryFixture.plan(shift + 2, of: day.adding(days: shift)), by: "coordination")
        try edit.setActuals("[\(shift)]", on: day.adding(days: shift), at: noon)
      }
    }
    _ = try fixture.store.purge(.before(day), by: "dpo", at: noon)
    #expect(try noted(fixture) == [day: "[0]"])
  }

  @Test func daysWithAPlanToldAreFound() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      for shift in [-1, 0] {
        try edit.save(
          TerritoryFixture.plan(shift + 2, of: day.adding(days: shift)), by: "coordination")
      }
      for state in [PlanState.proposed, .confirmed, .published] {
        try edit.move(day, to: state, by: "coordination", at: noon)
      }
    }
    let told = try fixture.store.read { view throws(StoreError) in
      try view.toldDays(from: day.adding(days: -7), to: day)
    }
    #expect(told == [day])
  }
}

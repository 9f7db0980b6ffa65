import Foundation
import PlanStore
import Planning
import Testing

/// What volunteers drove, and the kilometres of their year.
@Suite struct HistoryTests {
  private let day = TerritoryFixture.wednesday

  private func entry(
    _ shift: Int, _ source: Driven.Source, _ kilometres: Double, of volunteer: String = "v1"
  ) -> Driven {
    Driven(
      volunteer: volunteer, day: day.adding(days: shift), source: source, kilometres: kilometres,
      trips: 2, duty: 7200)
  }

  private func kilometres(_ entries: [Driven], before day: PlanDate) throws -> [String: Double] {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      for entry in entries { try edit.put(entry) }
    }
    return try fixture.store.read { view throws(StoreError) in
      try view.kilometresOfYear(before: day)
    }
  }

  @Test func theYearIsWhatWasStatedAndWhatCameSince() throws {
    let entries = [
      entry(-30, .plan, 99), entry(-10, .opening, 800), entry(-10, .plan, 40), entry(-2, .plan, 10),
      entry(-1, .plan, 50), entry(-1, .actual, 35.5), entry(0, .plan, 77),
      entry(-3, .plan, 12, of: "v2"),
    ]
    // Before the statement is in it; the day itself does not count; what really was wins over the plan.
    #expect(try kilometres(entries, before: day) == ["v1": 885.5, "v2": 12])
    #expect(try kilometres(entries, before: day.adding(days: -9)) == ["v1": 840])
  }

  @Test func aNewYearBeginsAtNothing() throws {
    let january = PlanDate(year: 2027, month: 1, day: 4)
    let entries = [entry(-10, .opening, 800), entry(-2, .plan, 10)]
    #expect(try kilometres(entries, before: january) == [:])
    let new = Driven(
      volunteer: "v1", day: PlanDate(year: 2027, month: 1, day: 2), source: .plan, kilometres: 3)
    #expect(try kilometres(entries + [new], before: january) == ["v1": 3])
  }

  @Test func whatWasStatedLaterInTheYearIsBetterThanNothing() throws {
    #expect(try kilometres([entry(3, .opening, 500)], before: day) == ["v1": 500])
  }

  @Test("R38: a store counts the trips of the weeks before, the early and late ones apart")
  func theWeeksAreWhatWasStatedAndWhatCameSince() throws {
    func trips(_ shift: Int, _ source: Driven.Source, _ trips: Int, _ early: Int) -> Driven {
      Driven(
        volunteer: "v1", day: day.adding(days: shift), source: source, kilometres: 10,
        trips: trips, earlyOrLate: early)
    }
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      for entry in [
        trips(-28, .plan, 3, 1), trips(-29, .plan, 50, 50), trips(-1, .plan, 2, 2),
        trips(-1, .actual, 1, 0), trips(0, .plan, 9, 9), entry(-5, .opening, 800, of: "v2"),
        entry(-7, .plan, 10, of: "v2"),
      ] { try edit.put(entry) }
    }
    func recent(_ day: PlanDate) throws -> [String: RecentTrips] {
      try fixture.store.read { view throws(StoreError) in
        try view.recentTrips(before: day, weeks: 4)
      }
    }
    // What really was wins over the plan, the day itself does not count, and what is older than four weeks is gone.
    #expect(try recent(day)["v1"] == RecentTrips(trips: 4, earlyOrLate: 1))
    // Two trips stated five days ago: 23 of their 28 days are still looked back on; those before are in them.
    #expect(try recent(day)["v2"] == RecentTrips(trips: 2))
    #expect(try recent(day.adding(days: 15))["v2"] == RecentTrips(trips: 1))
    try fixture.store.edit { edit throws(StoreError) in
      try edit.put(trips(-14, .opening, 8, 4))
    }
    // Half of what was stated, and what came since.
    #expect(try recent(day)["v1"] == RecentTrips(trips: 5, earlyOrLate: 2))
    let none = try fixture.store.read { view throws(StoreError) in
      try view.recentTrips(before: day, weeks: 0)
    }
    #expect(none.isEmpty)
  }

  @Test("R39: a store counts the refusals of the plans told in the weeks before")
  func refusals() throws {
    let fixture = try TerritoryFixture()
    var number = 0
    /// Plans of one day one after the other, and whether the last of them was told.
    func save(_ shift: Int, _ plans: [[String]], told: Bool = true) throws {
      let day = day.adding(days: shift)
      try fixture.store.edit { edit throws(StoreError) in
        for riders in plans {
          number += 1
          var plan = TerritoryFixture.plan(number, of: day)
          let unserved = riders.map { #"{"booking": "b", "rider": "\#($0)"}"# }
          plan.document = #"{"unserved": [\#(unserved.joined(separator: ", "))]}"#
          try edit.save(plan, by: "coordination")
          if told, try edit.view.state(of: day) == .draft {
            for state in [PlanState.proposed, .confirmed, .published] {
              try edit.move(day, to: state, by: "coordination", at: TerritoryFixture.noon)
            }
          }
        }
      }
    }
    func refused(_ shift: Int, weeks: Int = 4) throws -> [String: Int] {
      try fixture.store.read { view throws(StoreError) in
        try view.refusals(before: day.adding(days: shift), weeks: weeks)
      }
    }
    try save(-29, [["r1"]])
    try save(-28, [["r1", "r2", "r1"]])
    try save(-3, [["r2"]], told: false)
    // An amendment serves r1 after all.
    try save(-2, [["r1", "r2"], ["r2"]])
    try save(-1, [[]])
    try save(0, [["r1"]])
    #expect(try refused(0) == ["r1": 2, "r2": 2])
    #expect(try refused(1) == ["r1": 1, "r2": 1])
    #expect(try refused(0, weeks: 0).isEmpty)
  }

  @Test func settingADayAnewReplacesWhatThatSourceSaid() throws {
    let fixture = try TerritoryFixture()
    let (first, second) = (entry(0, .plan, 10), entry(0, .plan, 20, of: "v2"))
    try fixture.store.edit { edit throws(StoreError) in
      try edit.setDriven([first], on: day, by: .plan)
      try edit.setDriven([entry(0, .actual, 9)], on: day, by: .actual)
      try edit.setDriven([second, entry(1, .plan, 5)], on: day, by: .plan)
    }
    let found = try fixture.store.read { view throws(StoreError) in
      try view.driven(from: day, to: day.adding(days: 5))
    }
    #expect(found == [entry(0, .actual, 9), second])
  }
}

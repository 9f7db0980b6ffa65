import Foundation
import GRDB
import PlanStore
import Planning
import Testing

/// R65: what need not be kept goes, and nothing else.
@Suite struct PurgeTests {
  private let day = TerritoryFixture.wednesday
  private let noon = TerritoryFixture.noon

  private func filled() throws -> TerritoryFixture {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      for shift in [-1, 0] {
        let date = day.adding(days: shift)
        try edit.put(TerritoryFixture.booking("b1", of: "r1", on: date), at: noon)
        try edit.put(
          StoredItem(.lock, id: "assign|b1-1|v1", owner: "b1-1", day: date, fields: "{}"), at: noon)
        try edit.save(TerritoryFixture.plan(shift + 2, of: date), by: "coordination")
      }
      try edit.put(
        TerritoryFixture.booking(
          "b2", of: "r2", on: day, sharing: #"{"only_with": ["r1"]}"#), at: noon)
      try edit.put(
        StoredItem(.standing, id: "d1", owner: "r1", last: day.adding(days: -1), fields: "{}"),
        at: noon)
    }
    return fixture
  }

  private func counts(_ fixture: TerritoryFixture) throws -> [ItemKind: Int] {
    try fixture.store.read { view throws(StoreError) in try view.counts() }
  }

  @Test func daysBeforeADateGo() throws {
    let fixture = try filled()
    let done = try fixture.store.purge(.before(day), by: "dpo", at: noon)
    var wanted = Purge(.before(day))
    (wanted.bookings, wanted.locks, wanted.standing, wanted.plans) = (1, 1, 1, 1)
    #expect(done == wanted)
    let counts = try counts(fixture)
    #expect(counts[.booking] == 2 && counts[.lock] == 1 && counts[.rider] == 2)
    let (gone, kept, changes) = try fixture.store.read { view throws(StoreError) in
      (
        try view.plan(of: day.adding(days: -1)), try view.plan(of: day),
        try view.changes().filter { $0.action == "purge" }
      )
    }
    #expect(gone?.document == nil && gone?.scenario == nil && gone?.state == .draft)
    #expect(kept?.document != nil && kept?.scenario != nil)
    #expect(changes.map(\.note) == ["before 2026-11-25"])
    #expect(try fixture.store.faults().isEmpty)
  }

  @Test func aRiderOfWhomNothingIsLeftGoesWithTheHome() throws {
    let fixture = try filled()
    let later = noon.addingTimeInterval(86_400 * 40)
    let done = try fixture.store.purge(.before(day.adding(days: 30)), by: "dpo", at: later)
    #expect(done.riders == 2 && done.places == 2)
    #expect(try counts(fixture)[.place] == 2)
  }

  @Test func allOfOneRiderGoes() throws {
    let fixture = try filled()
    let seen = try fixture.store.transaction(keepsChanges: false) { edit in
      try edit.purge(.rider("r1"), at: noon)
    }
    #expect(try counts(fixture)[.rider] == 2)
    let done = try fixture.store.purge(.rider("r1"), by: "dpo", at: noon)
    #expect(done == seen)
    #expect(done.bookings == 2 && done.locks == 2 && done.standing == 1 && done.plans == 2)
    #expect(done.riders == 1 && done.places == 1)
    let (other, volunteer, booking) = try fixture.store.read { view throws(StoreError) in
      (
        try view.item(.rider, id: "r2"), try view.item(.volunteer, id: "v1"),
        try view.item(.booking, id: "b2", day: day)
      )
    }
    // Nobody speaks of the rider any more.
    #expect(other?.fields.contains("r1") == false)
    #expect(
      volunteer?.fields.contains("\"r1\"") == false && volunteer?.fields.contains("r2") == true)
    #expect(
      booking?.fields.contains("only_with") == false && booking?.fields.contains("no") == true)
    // Neither does the file, its log included.
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) {
      let bytes = try Data(contentsOf: fixture.folder.appending(path: name))
      #expect(bytes.range(of: Data("dom-r1".utf8)) == nil, "\(name)")
    }
    #expect(try fixture.store.faults().isEmpty)
  }

  @Test func theRecordGoesOnlyAsFarAsItNeedNotBeKept() throws {
    let fixture = try TerritoryFixture()
    let old = JournalFixture.months(14, before: noon)
    try fixture.store.edit { edit throws(StoreError) in
      for moment in [old, noon] {
        try edit.note(JournalFixture.record(1, at: moment))
        try edit.note(Change(at: moment, role: "coordination", action: "lock"))
      }
    }
    let done = try fixture.store.purge(.before(day), by: "dpo", at: noon)
    #expect(done.records == 2)
    #expect(try fixture.store.journal.runs().map(\.at) == [noon])
    let changes = try fixture.store.read { view throws(StoreError) in try view.changes() }
    #expect(changes.map(\.action) == ["purge", "lock"])
    // What is dated before a purge could come and go unseen.
    #expect(throws: StoreError.self) {
      try fixture.store.edit { edit throws(StoreError) in
        try edit.note(Change(at: old, role: "coordination", action: "lock"))
      }
    }
  }
}

import Foundation
import GRDB
import PlanStore
import Planning
import Testing

@Suite struct TerritoryStoreTests {
  private let day = TerritoryFixture.wednesday
  private let noon = TerritoryFixture.noon

  @Test func aNewStoreIsThereWholeOrNotAtAll() throws {
    let fixture = try TerritoryFixture()
    #expect(try fixture.store.read { view throws(StoreError) in try view.counts() }[.place] == 4)
    #expect(try fixture.store.faults().isEmpty)
    let error = #expect(throws: StoreError.self) {
      try TerritoryStore.create(fixture.path) { _ in }
    }
    #expect(error?.cause == .exists)
    struct Stop: Error {}
    let other = fixture.folder.appending(path: "other.camin").path
    #expect(throws: Stop.self) {
      try TerritoryStore.create(other) { edit in
        try TerritoryFixture.fill(edit)
        throw Stop()
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    #expect(names.allSatisfy { $0.hasPrefix("lot.camin") }, "\(names)")
  }

  @Test func aStoreThatIsNotThereIsNotMadeByOpening() throws {
    let fixture = try TerritoryFixture()
    let other = fixture.folder.appending(path: "typo.camin").path
    for access in [StoreAccess.reading, .writing] {
      let error = #expect(throws: StoreError.self) {
        try TerritoryStore.open(other, access: access)
      }
      #expect(error == StoreError(.missing, path: other))
    }
    #expect(!FileManager.default.fileExists(atPath: other))
    // Neither is an empty file, or a journal, taken for one.
    try Data().write(to: URL(filePath: other))
    #expect(throws: StoreError.self) { try TerritoryStore.open(other) }
    #expect(try Data(contentsOf: URL(filePath: other)).isEmpty)
    let journal = fixture.folder.appending(path: "runs.sqlite").path
    _ = try RunJournal.open(journal)
    let error = #expect(throws: StoreError.self) { try TerritoryStore.open(journal) }
    #expect(error?.cause == .foreign)
  }

  @Test func tellsADatabaseFromAScenario() throws {
    let fixture = try TerritoryFixture()
    #expect(TerritoryStore.isDatabase(fixture.path))
    #expect(!TerritoryStore.isDatabase(fixture.folder.path))
    #expect(!TerritoryStore.isDatabase(fixture.folder.appending(path: "none").path))
    let document = fixture.folder.appending(path: "day.json")
    try Data("{}".utf8).write(to: document)
    #expect(!TerritoryStore.isDatabase(document.path))
  }

  @Test func whatIsPutInComesBackInItsOrder() throws {
    let fixture = try TerritoryFixture()
    let bookings = ["b2", "b1", "b3"].map { TerritoryFixture.booking($0, of: "r1", on: day) }
    let later = TerritoryFixture.booking("b1", of: "r2", on: day.adding(days: 1))
    let changes = try fixture.store.edit { edit throws(StoreError) in
      var changes: [ItemChange] = []
      for item in bookings + [later] { changes.append(try edit.put(item, at: noon)) }
      return changes
    }
    #expect(changes == [.added, .added, .added, .added])
    var changed = bookings[0]
    changed.owner = "r2"
    let again = try fixture.store.edit { edit throws(StoreError) in
      [try edit.put(changed, at: noon), try edit.put(bookings[1], at: noon)]
    }
    #expect(again == [.changed, .unchanged])
    let found = try fixture.store.read { view throws(StoreError) in
      try view.items(.booking, on: day)
    }
    #expect(found == [changed, bookings[1], bookings[2]])
    let days = try fixture.store.read { view throws(StoreError) in try view.bookedDays() }
    #expect(days == [day, day.adding(days: 1)])
  }

  @Test func aDayHasWhatIsInForceOnIt() throws {
    let fixture = try TerritoryFixture()
    let orders = [("open", nil, nil), ("past", nil, -1), ("now", -3, 0), ("later", 1, nil)].map {
      (id: String, first: Int?, last: Int?) in
      StoredItem(
        .standing, id: id, owner: "r1", first: first.map { day.adding(days: $0) },
        last: last.map { day.adding(days: $0) }, fields: "{}")
    }
    let hours = [("v1|monday", nil), ("v1|today", 0), ("v1|tomorrow", 1)].map {
      (id: String, shift: Int?) in
      StoredItem(
        .availability, id: id, owner: "v1", day: shift.map { day.adding(days: $0) }, fields: "{}")
    }
    try fixture.store.edit { edit throws(StoreError) in
      for item in orders + hours { try edit.put(item, at: noon) }
    }
    let view = try fixture.store.read { view throws(StoreError) in
      (
        try view.items(.standing, on: day).map(\.id),
        try view.items(.availability, on: day).map(\.id)
      )
    }
    #expect(view.0 == ["open", "now"])
    #expect(view.1 == ["v1|monday", "v1|today"])
  }

  @Test func whatRefersToNothingIsRefusedWhole() throws {
    let fixture = try TerritoryFixture()
    let error = #expect(throws: StoreError.self) {
      try fixture.store.edit { edit throws(StoreError) in
        try edit.put(TerritoryFixture.booking("b1", of: "r1", on: day), at: noon)
        try edit.put(TerritoryFixture.booking("b2", of: "nobody", on: day), at: noon)
      }
    }
    guard case .refused = error?.cause else {
      Issue.record("told as \(String(describing: error))")
      return
    }
    let counts = try fixture.store.read { view throws(StoreError) in try view.counts() }
    #expect(counts[.booking] == nil)
    // Text that is no JSON object is refused too.
    #expect(throws: StoreError.self) {
      try fixture.store.edit { edit throws(StoreError) in
        try edit.put(StoredItem(.place, id: "x", fields: "[]"), at: noon)
      }
    }
  }

  @Test func aRehearsalChangesNothing() throws {
    let fixture = try TerritoryFixture()
    let change = try fixture.store.transaction(keepsChanges: false) { edit in
      try edit.put(TerritoryFixture.booking("b1", of: "r1", on: day), at: noon)
    }
    #expect(change == .added)
    let counts = try fixture.store.read { view throws(StoreError) in try view.counts() }
    #expect(counts[.booking] == nil)
  }

  @Test func aliasesFollowTheirPlace() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      try edit.putAlias("L’hôpital", key: "lhopital", for: "chu")
      try edit.putAlias("Hôpital", key: "lhopital", for: "chu")
      try edit.putAlias("Chez r2", key: "chezr2", for: "dom-r2")
    }
    let names = try fixture.store.read { view throws(StoreError) in try view.aliases() }
    #expect(names.map(\.name) == ["Chez r2", "Hôpital"])
    try fixture.store.edit { edit throws(StoreError) in
      try edit.remove(.rider, id: "r2")
      try edit.remove(.place, id: "dom-r2")
    }
    let left = try fixture.store.read { view throws(StoreError) in try view.aliases() }
    #expect(left.map(\.key) == ["lhopital"])
  }

  @Test func theJournalOfRunsStandsInTheSameFile() throws {
    let fixture = try TerritoryFixture()
    let record = JournalFixture.record(3)
    try fixture.store.edit { edit throws(StoreError) in try edit.note(record) }
    #expect(try RunJournal.open(fixture.path, access: .reading).runs() == [record])
    try RunJournal.open(fixture.path).append(JournalFixture.record(4))
    #expect(try fixture.store.journal.runs().count == 2)
  }

  @Test func aNewerStoreIsLeftAlone() throws {
    let fixture = try TerritoryFixture()
    try DatabaseQueue(path: fixture.path).inDatabase {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 flying carpets')")
    }
    for access in [StoreAccess.reading, .writing] {
      let error = #expect(throws: StoreError.self) {
        try TerritoryStore.open(fixture.path, access: access)
      }
      guard case .newerSchema = error?.cause else {
        Issue.record("told as \(String(describing: error))")
        continue
      }
    }
  }
}

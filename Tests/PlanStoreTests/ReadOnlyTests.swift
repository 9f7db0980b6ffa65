import Foundation
import PlanStore
import Planning
import Testing

/// A store where nothing can be written beside it is read all the same.
@Suite struct ReadOnlyTests {
  /// A copy of a store in whose folder no index can be made, as on a medium for reading only.
  private func copy(of fixture: TerritoryFixture, withLog: Bool) throws -> String {
    let path = fixture.folder.appending(path: "copy.camin").path
    let files = FileManager.default
    try files.copyItem(atPath: fixture.path, toPath: path)
    if withLog { try files.copyItem(atPath: fixture.path + "-wal", toPath: path + "-wal") }
    // SQLite follows no link to its index, whoever asks, the superuser included.
    try files.createSymbolicLink(atPath: path + "-shm", withDestinationPath: "nowhere/at/all")
    return path
  }

  @Test func itIsReadAsItStands() throws {
    let fixture = try TerritoryFixture()
    let path = try copy(of: fixture, withLog: false)
    let store = try TerritoryStore.open(path, access: .reading)
    #expect(!store.leavesOutLog)
    #expect(try store.read { view throws(StoreError) in try view.counts() }[.rider] == 2)
    #expect(try RunJournal.open(path, access: .reading).runs().isEmpty)
    let refused = #expect(throws: StoreError.self) { try TerritoryStore.open(path) }
    #expect(refused?.cause == .readOnly)
  }

  @Test func whatIsInTheLogOnlyIsSaidToBeMissing() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      try edit.put(
        TerritoryFixture.booking("b1", of: "r1", on: TerritoryFixture.wednesday),
        at: TerritoryFixture.noon)
    }
    let path = try copy(of: fixture, withLog: true)
    let store = try TerritoryStore.open(path, access: .reading)
    #expect(store.leavesOutLog)
    #expect(try store.read { view throws(StoreError) in try view.counts() }[.booking] == nil)
    #expect(try !TerritoryStore.open(fixture.path, access: .reading).leavesOutLog)
  }

  @Test func howLongRunsAreKeptIsSetOnRecord() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.journal.setRetention(months: 8, by: "direction", at: TerritoryFixture.noon)
    #expect(try fixture.store.journal.retention() == 8)
    let change = try fixture.store.read { view throws(StoreError) in try view.changes() }.first
    #expect(change?.action == "retention" && change?.role == "direction")
    for months in [
      RunJournal.retentionRange.lowerBound - 1, RunJournal.retentionRange.upperBound + 1,
    ] {
      #expect(throws: StoreError.self) {
        try fixture.store.journal.setRetention(months: months, at: TerritoryFixture.noon)
      }
    }
  }
}

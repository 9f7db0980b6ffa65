import Foundation
import GRDB
import PlanStore
import Planning
import Testing

@Suite struct BackupTests {
  private let noon = TerritoryFixture.noon

  @Test func aCopyHoldsAllOfItAndStandsAlone() throws {
    let fixture = try TerritoryFixture()
    try fixture.store.edit { edit throws(StoreError) in
      try edit.save(TerritoryFixture.plan(1), by: "coordination")
    }
    let copy = fixture.folder.appending(path: "copy.camin").path
    try fixture.store.backup(to: copy)
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    #expect(names.filter { $0.contains("copy") } == ["copy.camin"])
    let reader = try TerritoryStore.open(copy, access: .reading)
    #expect(try reader.read { view throws(StoreError) in try view.counts() }[.place] == 4)
    #expect(
      try reader.read { view throws(StoreError) in
        try view.plan(of: TerritoryFixture.wednesday)?.document
      } == #"{"plan": 1}"#)
    // It is a store to go on with.
    let writer = try TerritoryStore.open(copy)
    try writer.edit { edit throws(StoreError) in
      try edit.move(TerritoryFixture.wednesday, to: .proposed, by: "coordination", at: noon)
    }
  }

  @Test func aFileThatIsThereStaysUnlessItIsABackup() throws {
    let fixture = try TerritoryFixture()
    let copy = fixture.folder.appending(path: "copy.camin").path
    try fixture.store.backup(to: copy)
    let taken = #expect(throws: StoreError.self) { try fixture.store.backup(to: copy) }
    #expect(taken == StoreError(.exists, path: copy))
    try fixture.store.backup(to: copy, mayReplace: true)
    let letter = fixture.folder.appending(path: "letter.txt")
    try Data("Dear Sir".utf8).write(to: letter)
    let foreign = #expect(throws: StoreError.self) {
      try fixture.store.backup(to: letter.path, mayReplace: true)
    }
    #expect(foreign?.cause == .notADatabase)
    #expect(try Data(contentsOf: letter) == Data("Dear Sir".utf8))
    let nowhere = #expect(throws: StoreError.self) {
      try fixture.store.backup(to: fixture.folder.appending(path: "no/copy.camin").path)
    }
    #expect(nowhere?.cause == .cannotOpen)
  }

  @Test func aBackupIsOfOneMomentWhileOthersWrite() async throws {
    let fixture = try TerritoryFixture()
    let (path, folder) = (fixture.path, fixture.folder)
    let day = TerritoryFixture.wednesday
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let store = try TerritoryStore.open(path, patience: 30)
        for number in 0..<60 {
          // Two bookings a transaction: a copy has an even number of them.
          try store.edit { edit throws(StoreError) in
            for half in ["a", "b"] {
              try edit.put(
                TerritoryFixture.booking("\(number)\(half)", of: "r1", on: day),
                at: TerritoryFixture.noon)
            }
          }
        }
      }
      group.addTask {
        let store = try TerritoryStore.open(path, access: .reading, patience: 30)
        for number in 0..<6 {
          let copy = folder.appending(path: "copy-\(number).camin").path
          try store.backup(to: copy)
          let count = try TerritoryStore.open(copy, access: .reading).read {
            view throws(StoreError) in
            try view.items(.booking, on: day).count
          }
          #expect(count % 2 == 0)
        }
      }
      try await group.waitForAll()
    }
  }
}

import Foundation
import GRDB
import PlanStore
import Planning
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct StoreErrorTests {
  @Test func aMissingFileIsNotMadeByReading() throws {
    let fixture = try JournalFixture()
    let error = #expect(throws: StoreError.self) {
      try RunJournal.open(fixture.path, access: .reading)
    }
    #expect(error == StoreError(.missing, path: fixture.path))
    #expect(!FileManager.default.fileExists(atPath: fixture.path))
  }

  @Test func aFolderCannotBeOpened() throws {
    let fixture = try JournalFixture()
    for path in [fixture.folder.path, fixture.folder.appending(path: "no/such/folder.sqlite").path]
    {
      let error = #expect(throws: StoreError.self) { try RunJournal.open(path) }
      #expect(error?.cause == .cannotOpen)
    }
  }

  @Test func anotherKindOfFileStaysAsItIs() throws {
    let fixture = try JournalFixture()
    let text = Data(String(repeating: "id;place\n", count: 200).utf8)
    try text.write(to: URL(filePath: fixture.path))
    for access in [StoreAccess.reading, .writing] {
      let error = #expect(throws: StoreError.self) {
        try RunJournal.open(fixture.path, access: access)
      }
      #expect(error?.cause == .notADatabase)
    }
    #expect(try Data(contentsOf: URL(filePath: fixture.path)) == text)
  }

  @Test func anotherProgramsDatabaseStaysAsItIs() throws {
    let fixture = try JournalFixture()
    try DatabaseQueue(path: fixture.path).inDatabase {
      try $0.execute(sql: "CREATE TABLE recipe (name TEXT)")
    }
    let before = try Data(contentsOf: URL(filePath: fixture.path))
    let error = #expect(throws: StoreError.self) { try RunJournal.open(fixture.path) }
    #expect(error?.cause == .foreign)
    #expect(try Data(contentsOf: URL(filePath: fixture.path)) == before)
  }

  @Test func aNewerSchemaIsLeftAlone() throws {
    let fixture = try JournalFixture()
    try RunJournal.open(fixture.path).append(JournalFixture.record())
    let stranger = try DatabaseQueue(path: fixture.path)
    try stranger.inDatabase { try $0.execute(sql: "PRAGMA user_version = 7") }
    for access in [StoreAccess.reading, .writing] {
      let error = #expect(throws: StoreError.self) {
        try RunJournal.open(fixture.path, access: access)
      }
      #expect(error?.cause == .newerSchema(found: 7, known: 1))
    }
  }

  @Test func readingNeverWrites() throws {
    let fixture = try JournalFixture()
    try RunJournal.open(fixture.path).append(JournalFixture.record())
    let reader = try RunJournal.open(fixture.path, access: .reading)
    let error = #expect(throws: StoreError.self) { try reader.append(JournalFixture.record(1)) }
    #expect(error?.cause == .readOnly)
    #expect(try reader.runs().count == 1)
  }

  /// For root there is no file that may not be written.
  @Test(.enabled(if: geteuid() != 0)) func aFileThatMayNotBeWrittenIsTold() throws {
    let fixture = try JournalFixture()
    try RunJournal.open(fixture.path).append(JournalFixture.record())
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: fixture.path)
    let error = #expect(throws: StoreError.self) {
      try RunJournal.open(fixture.path).append(JournalFixture.record(1))
    }
    #expect(error?.cause == .readOnly)
    #expect(try RunJournal.open(fixture.path, access: .reading).runs().count == 1)
  }

  @Test func aLockedFileIsWaitedForAndThenTold() throws {
    let fixture = try JournalFixture()
    let journal = try RunJournal.open(fixture.path, patience: 0.2)
    let stranger = try DatabaseQueue(path: fixture.path)
    try stranger.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: StoreError.self) { try journal.append(JournalFixture.record()) }
      #expect(error?.cause == .locked)
      try db.execute(sql: "ROLLBACK")
    }
    try journal.append(JournalFixture.record())
    #expect(try journal.runs().count == 1)
  }

  @Test func aFullDiskLosesOnlyTheRunThatDidNotFit() throws {
    let fixture = try JournalFixture()
    let journal = try RunJournal.open(fixture.path, pageLimit: 24)
    var kept = 0
    let error = #expect(throws: StoreError.self) {
      for number in 0..<10_000 {
        try journal.append(JournalFixture.record(number))
        kept += 1
      }
    }
    #expect(error?.cause == .full)
    #expect(kept > 0)
    #expect(try journal.runs().count == kept)
    #expect(try journal.runs(limit: 1) == [JournalFixture.record(kept - 1)])
  }

  @Test func aDamagedFileIsTold() throws {
    let fixture = try JournalFixture()
    try RunJournal.open(fixture.path).append(JournalFixture.record())
    let file = try FileHandle(forUpdating: URL(filePath: fixture.path))
    let length = try file.seekToEnd()
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: Int(length) - 4096))
    try file.close()
    let error = #expect(throws: StoreError.self) {
      try RunJournal.open(fixture.path, access: .reading).runs()
    }
    #expect(error?.cause == .damaged)
  }

  @Test(arguments: [
    StoreError.Cause.missing, .cannotOpen, .notADatabase, .foreign,
    .newerSchema(found: 7, known: 1), .readOnly, .full, .locked, .damaged, .tooRecent(months: 9),
    .refused("SQLite says"), .other("SQLite says"),
  ]) func everyErrorSpeaksBothLanguages(_ cause: StoreError.Cause) {
    let error = StoreError(cause, path: "runs.sqlite")
    let texts = [error.text.fr, error.text.en, error.remedy.fr, error.remedy.en]
    #expect(Set(texts).count == 4)
    #expect(texts.allSatisfy { $0.hasSuffix(".") && $0.count > 20 })
    switch cause {
    case .tooRecent: #expect(error.text.fr.contains("9 mois"))
    case .newerSchema: #expect(error.text.en.contains("schema 7, known: 1"))
    case .refused, .other: #expect(error.text.en.contains("SQLite says"))
    default: #expect(error.text.fr.contains("runs.sqlite"))
    }
  }
}

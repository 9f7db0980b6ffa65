import Foundation
import PlanStore
import Planning
import Testing

@Suite struct RunJournalTests {
  @Test func givesBackWhatWasAppendedNewestFirst() throws {
    let fixture = try JournalFixture()
    let full = JournalFixture.record(1)
    var extreme = JournalFixture.record(2)
    extreme.seed = .max
    extreme.iterations = nil
    extreme.timeLimit = 0.5
    let failed = RunRecord(
      at: JournalFixture.noon, command: "plan", engine: "camin 0.1.0", seed: 0, exitStatus: 65)
    let journal = try RunJournal.open(fixture.path)
    for record in [full, extreme, failed] { try journal.append(record) }
    let reopened = try RunJournal.open(fixture.path, access: .reading)
    #expect(try reopened.runs() == [failed, extreme, full])
    #expect(try reopened.runs(limit: 1) == [failed])
  }

  @Test func keepsMomentsInUTCToTheSecond() throws {
    let record = JournalFixture.record(at: Date(timeIntervalSince1970: 1_795_694_400.9))
    #expect(record.atText == "2026-11-26T12:00:00Z")
  }

  @Test func manyWritersAtOnceLoseNothing() async throws {
    let fixture = try JournalFixture()
    let path = fixture.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let journal = try RunJournal.open(path, patience: 30)
          for number in 0..<10 { try journal.append(JournalFixture.record(writer * 10 + number)) }
        }
      }
      try await group.waitForAll()
    }
    let seeds = try RunJournal.open(path, access: .reading).runs().map(\.seed)
    #expect(seeds.sorted() == (0..<40).map(UInt64.init))
  }

  @Test(arguments: [
    RefusedRecord("a hash that is none") { $0.scenarioHash = "scenario.json" },
    RefusedRecord("a hash in capitals") { $0.planHash = String(repeating: "A", count: 64) },
    RefusedRecord("a negative count") { $0.served = -1 },
    RefusedRecord("a status that no process has") { $0.exitStatus = 256 },
    RefusedRecord("a tier without a value") { $0.tiers[2].value = .nan },
  ]) func refusesWhatNoRunHasWhole(_ refused: RefusedRecord) throws {
    let fixture = try JournalFixture()
    let journal = try RunJournal.open(fixture.path)
    try journal.append(JournalFixture.record(1))
    var record = JournalFixture.record(2)
    refused.change(&record)
    let error = #expect(throws: StoreError.self) { try journal.append(record) }
    guard case .refused = error?.cause else {
      Issue.record("told as \(String(describing: error))")
      return
    }
    #expect(try journal.runs() == [JournalFixture.record(1)])
  }
}

/// One thing that makes a sound record impossible.
struct RefusedRecord: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var change: @Sendable (inout RunRecord) -> Void

  init(_ name: String, _ change: @escaping @Sendable (inout RunRecord) -> Void) {
    testDescription = name
    self.change = change
  }
}

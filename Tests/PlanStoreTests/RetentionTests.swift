import Foundation
import PlanStore
import Testing

@Suite struct RetentionTests {
  @Test func removesOldRunsAndLeavesATrace() throws {
    let fixture = try JournalFixture()
    let journal = try RunJournal.open(fixture.path)
    let ages = [20, 14, 11, 2, 0]
    for (number, months) in ages.enumerated() {
      try journal.append(JournalFixture.record(number, at: JournalFixture.months(months)))
    }
    let cut = JournalFixture.months(15)
    #expect(try journal.purge(before: cut, at: JournalFixture.noon) == 1)
    #expect(try journal.runs().map(\.seed) == [4, 3, 2, 1])
    #expect(try journal.purge(at: JournalFixture.noon) == 1)
    #expect(try journal.runs().map(\.seed) == [4, 3, 2])
    #expect(try journal.purge(at: JournalFixture.noon) == 0)
    let traces = try journal.purges()
    #expect(traces.map(\.removed) == [0, 1, 1])
    #expect(traces.last?.before == cut)
    #expect(traces.allSatisfy { $0.at == JournalFixture.noon })
  }

  @Test func keepsRunsAsLongAsTheSettingSays() throws {
    let fixture = try JournalFixture()
    let journal = try RunJournal.open(fixture.path)
    try journal.append(JournalFixture.record(at: JournalFixture.months(8)))
    #expect(try journal.retention() == 12)
    let early = JournalFixture.months(7)
    var error = #expect(throws: StoreError.self) {
      try journal.purge(before: early, at: JournalFixture.noon)
    }
    #expect(error?.cause == .tooRecent(months: 12))
    #expect(try journal.runs().count == 1)
    #expect(try journal.purges().isEmpty)
    try journal.setRetention(months: 6, at: JournalFixture.noon)
    #expect(try journal.purge(before: early, at: JournalFixture.noon) == 1)
    for months in [5, 13] {
      error = #expect(throws: StoreError.self) {
        try journal.setRetention(months: months, at: JournalFixture.noon)
      }
    }
    #expect(try journal.retention() == 6)
  }

  @Test func whatIsPurgedIsInNoFileAnyLonger() throws {
    let fixture = try JournalFixture()
    let journal = try RunJournal.open(fixture.path)
    var record = JournalFixture.record(at: JournalFixture.months(20))
    record.territory = "forget-me-entirely"
    try journal.append(record)
    #expect(try bytes(of: fixture).contains("forget-me-entirely"))
    #expect(try journal.purge(at: JournalFixture.noon) == 1)
    #expect(try !bytes(of: fixture).contains("forget-me-entirely"))
  }

  /// All of the database's files, byte by byte as Latin letters.
  private func bytes(of fixture: JournalFixture) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    return try files.map { name in
      let data = try Data(contentsOf: fixture.folder.appending(path: name))
      return String(decoding: data.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    }.joined()
  }
}

import Foundation
import GRDB
import PlanStore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that appends without pause is killed somewhere in an append.
@Suite(.serialized) struct KillTests {
  /// So many runs are surely appended before the kill, which comes so many microseconds later.
  @Test(arguments: zip([1, 2, 5, 9, 14, 20], [0, 90, 350, 800, 1700, 4100]))
  func whatWasCommittedOutlivesTheProcess(appends: Int, microseconds: UInt32) async throws {
    let fixture = try JournalFixture()
    let path = fixture.path
    let acknowledged = fixture.folder.appending(path: "acknowledged").path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, acknowledged = acknowledged as String, appends, microseconds] in
      let journal = try RunJournal.open(path)
      let log = open(acknowledged, O_CREAT | O_WRONLY | O_APPEND, 0o600)
      Thread.detachNewThread {
        while lseek(log, 0, SEEK_END) < appends { usleep(50) }
        usleep(microseconds)
        kill(getpid(), SIGKILL)
      }
      for number in 0..<1_000_000 {
        try journal.append(JournalFixture.record(number))
        // One byte a run: what the kernel has taken stays, whatever becomes of the process.
        _ = write(log, ".", 1)
      }
    }
    let told = try Data(contentsOf: URL(filePath: acknowledged)).count
    #expect(told >= appends)
    let reader = try RunJournal.open(path, access: .reading)
    let runs = try reader.runs()
    // The kill may fall between the commit and its acknowledgement.
    #expect(runs.count == told || runs.count == told + 1)
    #expect(runs == (0..<runs.count).reversed().map { JournalFixture.record($0) })
    let verdict = try await DatabaseQueue(path: path).read {
      try String.fetchOne($0, sql: "PRAGMA integrity_check")
    }
    #expect(verdict == "ok")
    let journal = try RunJournal.open(path)
    try journal.append(JournalFixture.record(runs.count))
    #expect(try journal.runs().count == runs.count + 1)
  }
}

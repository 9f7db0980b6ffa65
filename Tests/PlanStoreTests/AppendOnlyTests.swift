import Foundation
import GRDB
import PlanStore
import Testing

/// What another program may try on the file with SQL of its own.
@Suite struct AppendOnlyTests {
  @Test(arguments: [
    "UPDATE run SET served = 99",
    "UPDATE tier SET value = 0",
    "DELETE FROM run",
    "DELETE FROM tier",
    "PRAGMA foreign_keys = OFF; DELETE FROM run",
    "INSERT OR REPLACE INTO run SELECT * FROM run WHERE id = 1",
    "INSERT OR REPLACE INTO tier SELECT run, rank, id, 0, unit FROM tier",
    "INSERT INTO tier VALUES (1, 3, 'late', 1, '')",
    "UPDATE purge SET removed = 0",
    "DELETE FROM purge",
    "UPDATE retention SET months = 6",
    "DELETE FROM retention",
    // A purge that says less than it does, or that takes runs that must be kept.
    """
    INSERT INTO purge (at, before, last_run, removed)
    VALUES ('2029-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 1, 0)
    """,
    """
    INSERT INTO purge (at, before, last_run, removed)
    VALUES ('2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 1, 1)
    """,
  ]) func theFileItselfRefuses(_ sql: String) throws {
    let fixture = try JournalFixture()
    let record = JournalFixture.record(1)
    let journal = try RunJournal.open(fixture.path)
    try journal.append(JournalFixture.record(0, at: JournalFixture.months(20)))
    try journal.setRetention(months: 9, at: JournalFixture.noon)
    #expect(try journal.purge(at: JournalFixture.noon) == 1)
    try journal.append(record)
    let traces = try journal.purges()
    let stranger = try DatabaseQueue(path: fixture.path)
    // The run appended last has id 2: the first one is gone, and its id is not used again.
    let adapted = sql.replacing("id = 1", with: "id = 2").replacing("(1, 3", with: "(2, 3")
      .replacing("', 1, ", with: "', 2, ")
    let error = #expect(throws: DatabaseError.self) {
      try stranger.writeWithoutTransaction { try $0.execute(sql: adapted) }
    }
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
    #expect(try journal.runs() == [record])
    #expect(try journal.purges() == traces)
    #expect(try journal.retention() == 9)
  }
}

import CaminTestSupport
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

/// A full disk, another process at work, a kill: before or after, never between.
@Suite(.serialized) struct HardTimesTests {
  private let day = TerritoryFixture.wednesday
  private let noon = TerritoryFixture.noon

  @Test func aFullDiskChangesNothing() throws {
    let fixture = try TerritoryFixture()
    let pages = try DatabaseQueue(path: fixture.path).read {
      try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
    }
    let small = try TerritoryStore.open(fixture.path, pageLimit: pages + 8)
    let error = #expect(throws: StoreError.self) {
      try small.edit { edit throws(StoreError) in
        for number in 0..<5000 {
          try edit.put(TerritoryFixture.booking("b\(number)", of: "r1", on: day), at: noon)
        }
      }
    }
    #expect(error?.cause == .full)
    #expect(try small.read { view throws(StoreError) in try view.counts() }[.booking] == nil)
    #expect(try fixture.store.faults().isEmpty)
    // There is room for a little one still.
    try small.edit { edit throws(StoreError) in
      try edit.put(TerritoryFixture.booking("b1", of: "r1", on: day), at: noon)
    }
  }

  @Test func whoWritesLongKeepsOthersOutForAWhileOnly() throws {
    let fixture = try TerritoryFixture()
    let other = try TerritoryStore.open(fixture.path, patience: 0.2)
    let error = try fixture.store.edit { edit throws(StoreError) in
      try edit.put(TerritoryFixture.booking("b1", of: "r1", on: day), at: noon)
      // Meanwhile another reads what was there before, and is told when it wants to write.
      let seen = try other.read { view throws(StoreError) in try view.counts() }
      #expect(seen[.booking] == nil)
      return #expect(throws: StoreError.self) {
        try other.edit { edit throws(StoreError) in
          try edit.put(TerritoryFixture.booking("b2", of: "r1", on: day), at: noon)
        }
      }
    }
    #expect(error == StoreError(.locked, path: fixture.path))
    #expect(try other.read { view throws(StoreError) in try view.counts() }[.booking] == 1)
  }

  @Test func aReaderIsNotAllowedToWrite() throws {
    let fixture = try TerritoryFixture()
    let reader = try TerritoryStore.open(fixture.path, access: .reading)
    let error = #expect(throws: StoreError.self) {
      try reader.edit { edit throws(StoreError) in
        try edit.put(TerritoryFixture.booking("b2", of: "r1", on: day), at: noon)
      }
    }
    #expect(error?.cause == .readOnly)
  }

  /// A process that imports, plans and publishes without pause is killed somewhere.
  @Test(arguments: 0..<6) func aKillLeavesWhatWasBeforeOrAfter(round: UInt64) async throws {
    let fixture = try TerritoryFixture()
    let path = fixture.path
    let told = fixture.folder.appending(path: "told").path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, told = told as String, round] in
      let store = try TerritoryStore.open(path)
      let log = open(told, O_CREAT | O_WRONLY | O_APPEND, 0o600)
      var random = SplitMix64(seed: round)
      let microseconds = UInt32.random(in: 0..<8000, using: &random)
      Thread.detachNewThread {
        while lseek(log, 0, SEEK_END) < Int(round) + 1 { usleep(50) }
        usleep(microseconds)
        kill(getpid(), SIGKILL)
      }
      for number in 0..<100_000 {
        let day = TerritoryFixture.wednesday.adding(days: number)
        try store.edit { edit throws(StoreError) in
          for booking in 0..<20 {
            try edit.put(
              TerritoryFixture.booking("b\(booking)", of: "r1", on: day), at: TerritoryFixture.noon)
          }
          try edit.save(TerritoryFixture.plan(number, of: day), by: "coordination")
          for state in [PlanState.proposed, .confirmed, .published] {
            try edit.move(day, to: state, by: "coordination", at: TerritoryFixture.noon)
          }
        }
        // One byte a day: what the kernel has taken stays, whatever becomes of the process.
        _ = write(log, ".", 1)
      }
    }
    let days = try Data(contentsOf: URL(filePath: told)).count
    let store = try TerritoryStore.open(path)
    #expect(try store.faults().isEmpty)
    let (booked, published) = try store.read { view throws(StoreError) in
      let booked = try view.bookedDays()
      let plans = try view.plans(from: day, to: day.adding(days: 100_000))
      return (booked, plans.filter { $0.state == .published }.map(\.day))
    }
    // The kill may fall between the commit and its acknowledgement.
    #expect(booked.count == days || booked.count == days + 1)
    #expect(booked == published)
    let counts = try store.read { view throws(StoreError) in try view.counts() }
    #expect(counts[.booking] == booked.count * 20)
  }
}

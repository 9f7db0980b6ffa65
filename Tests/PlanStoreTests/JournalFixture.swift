import Foundation
import PlanStore
import Planning

/// A folder of its own for one test, gone afterwards.
final class JournalFixture {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "runs.sqlite").path }

  static let noon = Date(timeIntervalSince1970: 1_795_694_400)

  static func months(_ count: Int, before date: Date = noon) -> Date {
    date.addingTimeInterval(Double(-count) * 31 * 86400)
  }

  static func record(_ number: Int = 0, at date: Date = noon) -> RunRecord {
    RunRecord(
      at: date, command: "plan", engine: "camin 0.1.0", scenarioHash: hash("a", number),
      planHash: hash("b", number), territory: "lot", date: PlanDate(year: 2026, month: 11, day: 25),
      profiles: ["tap-2025", "tad-lot"], seed: UInt64(number), iterations: 5000,
      tiers: [
        Tier(id: "hard_rules", value: 0, unit: ""),
        Tier(id: "unserved", value: 2, unit: "bookings"),
        Tier(id: "cost", value: 1234.567, unit: "EUR"),
      ], served: 40, unserved: 2, locks: 3, exitStatus: 0)
  }

  static func hash(_ letter: String, _ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: letter, count: 64 - digits.count) + digits
  }
}

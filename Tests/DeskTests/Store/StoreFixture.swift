import Desk
import Foundation
import Interchange
import Optimizer
import PlanStore
import Planning
import Synthesis
import Testing

/// A store made from scenarios, in a folder of its own that goes with it.
final class StoreFixture {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "lot.camin").path }

  static let now = Date(timeIntervalSince1970: 1_795_694_400)

  @discardableResult
  func make(_ scenario: Scenario) throws -> StoreImport.Outcome {
    try TerritoryStore.create(path) { edit in
      try StoreImport(role: "coordination").put(
        scenario, roads: scenario.territory.roads, into: edit, at: Self.now)
    }
  }

  @discardableResult
  func put(
    _ scenario: Scenario, _ rules: StoreImport = StoreImport(role: "coordination")
  ) throws -> StoreImport.Outcome {
    try storing {
      try TerritoryStore.open(path).transaction { edit in
        try rules.put(scenario, roads: scenario.territory.roads, into: edit, at: Self.now)
      }
    }
  }

  func day(_ date: PlanDate, _ extent: StoreDay.Extent = .day) throws -> Scenario {
    try StoreDay(store: path, on: date, extent: extent).scenario
  }

  /// Makes a plan of a day and keeps it.
  func plan(_ date: PlanDate) throws -> Plan {
    let input = try DayInput(path + "@" + date.text)
    let compiled = try input.compiled()
    let options = SolverOptions(seed: 1, iterations: 50)
    let result = try SearchThread.run(
      compiled.problem, options: options, from: compiled.start, stop: SearchStop())
    let made = try PlanMaking(input: input, compiled: compiled, options: options).plan(
      from: SearchOutcome(result: result))
    try StorePlans.save(
      made, document: Array(PlanDocument.text(made.plan).utf8), by: "plan", in: path,
      role: "coordination", at: Self.now)
    return made.plan
  }

  private static let lot = Result {
    try TerritoryData(
      folder: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Scenarios/territories/lot"))
  }

  /// A made-up day.
  static func made(
    seed: UInt64, on date: PlanDate = PlanDate(year: 2026, month: 11, day: 25), legs: Int = 24
  ) throws -> Scenario {
    try SyntheticDay(
      lot.get(), DaySpec(seed: seed, date: date, legs: legs, resources: 8, groups: [])
    ).scenario
  }
}

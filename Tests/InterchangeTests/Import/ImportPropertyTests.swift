import CaminTestSupport
import Foundation
import Interchange
import Planning
import Testing

/// What holds of every day: importing its own bookings changes nothing, and one change is one change.
@Suite struct ImportPropertyTests {
  private let sandbox: ScenarioSandbox

  init() throws { sandbox = try ScenarioSandbox() }

  /// A day and the table of its bookings, as CSV in a language or as a workbook.
  private func day(_ seed: UInt64, asWorkbook: Bool) throws -> (scenario: Scenario, sheet: String) {
    var random = RandomScenario(seed: seed)
    let scenario = random.scenario()
    let folder = sandbox.path + "/jour"
    try ScenarioFolder.write(
      scenario, to: folder, language: seed.isMultiple(of: 2) ? .french : .english)
    guard asWorkbook else { return (scenario, folder + "/bookings.csv") }
    var book = TestWorkbook()
    let rows = try TableSource.read(folder + "/bookings.csv")[0].rows.map(\.cells)
    book.add("Demandes", texts: [["Export"]] + rows)
    return (scenario, try sandbox.write("demandes.xlsx", bytes: book.bytes()))
  }

  private func outcome(_ sheet: String, _ scenario: Scenario) -> ImportOutcome {
    SheetImport.run(ImportRequest(file: sheet), into: scenario)
  }

  @Test(arguments: 1...60) func aDaysOwnBookingsChangeNothing(seed: UInt64) throws {
    let (scenario, sheet) = try day(seed, asWorkbook: seed % 3 == 0)
    let outcome = outcome(sheet, scenario)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(!outcome.hasChanges, "\(outcome.changes.map(brief))")
    #expect(outcome.scenario == scenario)
    #expect(outcome.changes.allSatisfy { $0.kind == .same })
  }

  @Test(arguments: 1...60) func anEmptyDayTakesAllOfThemOnce(seed: UInt64) throws {
    let (scenario, sheet) = try day(seed, asWorkbook: seed % 3 == 0)
    var empty = scenario
    empty.bookings = []
    empty.locks = []
    let first = outcome(sheet, empty)
    let filled = try #require(first.scenario, "\(first.faults.map(brief))")
    #expect(filled.bookings == scenario.bookings)
    #expect(!outcome(sheet, filled).hasChanges)
  }

  @Test(arguments: 1...60) func oneChangeIsOneChange(seed: UInt64) throws {
    let (scenario, sheet) = try day(seed, asWorkbook: false)
    var random = SplitMix64(seed: seed)
    var other = scenario
    let index = random.int(0...other.bookings.count - 1)
    other.bookings[index].companions += 1
    let outcome = outcome(sheet, other)
    let changed = outcome.changes.filter { $0.kind != .same }
    #expect(changed.map(\.id) == [scenario.bookings[index].id])
    #expect(changed.first?.fields.count == 1)
    #expect(outcome.scenario == scenario)
  }
}

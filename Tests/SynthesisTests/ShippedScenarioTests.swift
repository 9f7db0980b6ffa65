import Foundation
import Interchange
import Planning
import Synthesis
import Testing

/// The folders under `Scenarios/` are what the documented command makes, to the byte.
@Suite struct ShippedScenarioTests {
  private func command(_ size: String) -> String {
    "camin scenario generate --territory Scenarios/territories/lot --size \(size) --seed 46 "
      + "--date 2026-11-25 --out Scenarios/lot-\(size)"
  }

  /// What the folders name, and what the document beside them names.
  private static let roads = (folder: "../territories/lot/roads", document: "territories/lot/roads")

  private func folder(_ size: String) -> URL {
    Fixtures.scenarios.appendingPathComponent("lot-" + size)
  }

  @Test(arguments: ["small", "ordinary", "heavy"])
  func folderIsWhatTheCommandMakes(size: String) throws {
    let day = try Fixtures.day(size, of: Fixtures.lot(), roads: Self.roads.folder)
    let files =
      ScenarioFolder.files(day.scenario, language: .french)
      + [OutputFile("README.md", text: day.readme(command: command(size)))]
    for file in files {
      let shipped = try Data(contentsOf: folder(size).appendingPathComponent(file.name))
      #expect(shipped == Data(file.bytes), "\(size)/\(file.name)")
    }
    let readme = try String(
      contentsOf: Fixtures.scenarios.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains(command(size)))
  }

  @Test(arguments: ["small", "ordinary", "heavy"])
  func folderReadsBackWithoutAWarning(size: String) throws {
    let (scenario, warnings) = try ScenarioSource.read(folder(size).path)
    #expect(warnings.isEmpty, "\(warnings)")
    let day = try Fixtures.day(size, of: Fixtures.lot(), roads: Self.roads.folder)
    #expect(scenario == day.scenario)
  }

  @Test func documentIsTheSameDay() throws {
    let document = Fixtures.scenarios.appendingPathComponent("lot-small.json")
    let (scenario, warnings) = try ScenarioSource.read(document.path)
    #expect(warnings.isEmpty, "\(warnings)")
    let day = try Fixtures.day("small", of: Fixtures.lot(), roads: Self.roads.document)
    #expect(scenario == day.scenario)
    #expect(try Data(contentsOf: document) == Data(ScenarioDocument.text(day.scenario).utf8))
  }

  @Test(arguments: ["small", "ordinary", "heavy"], [46, 31, 32] as [UInt64])
  func anySeedIsASoundScenario(size: String, seed: UInt64) throws {
    let scenario = try Fixtures.day(size, seed: seed, of: Fixtures.lot()).scenario
    let findings = try ScenarioCheck(scenario, rules: RuleBook(for: scenario)).findings()
    #expect(findings.faults.isEmpty, "\(findings.faults)")
    #expect(findings.warnings.isEmpty, "\(findings.warnings)")
  }
}

import Foundation
import Planning
import Synthesis
import Testing

/// The feed shipped with the Lot is what the code makes of its lines, to the byte.
@Suite struct SyntheticTransitTests {
  private var territory: URL { Fixtures.scenarios.appendingPathComponent("territories/lot") }

  private func made() throws -> SyntheticTransit {
    try SyntheticTransit(Fixtures.lot(), TransitLines(folder: territory))
  }

  @Test func theShippedFeedIsWhatTheCodeMakes() throws {
    let made = try made()
    for file in made.files {
      let shipped = try Data(
        contentsOf: territory.appendingPathComponent("transit/lot-synthetic/\(file.name)"))
      #expect(shipped == Data(file.text.utf8), "\(file.name)")
    }
    #expect(made.files.count == 10)
  }

  /// Nobody takes it for a real timetable.
  @Test func itSaysThatItIsMadeUp() throws {
    let files = Dictionary(uniqueKeysWithValues: try made().files.map { ($0.name, $0.text) })
    #expect(files["agency.txt"]?.contains("fabriqués") == true)
    #expect(files["feed_info.txt"]?.contains("synthetic") == true)
    let routes = try #require(files["routes.txt"]).split(separator: "\n").dropFirst()
    #expect(routes.allSatisfy { $0.contains("Ligne fabriquée (synthetic)") })
  }

  @Test func faultsAreToldAtOnce() throws {
    var lines = try TransitLines(folder: territory)
    lines.lines[0].stops[1] = "nowhere"
    lines.lines[1].minutes = [1]
    lines.lines[2].days = "sometimes"
    do {
      _ = try SyntheticTransit(Fixtures.lot(), lines)
      Issue.record("nothing was told")
    } catch let faults as Faults {
      #expect(faults.faults.map(\.field) == ["L1.stops", "L2.minutes", "L3.days, kind"])
    }
  }
}

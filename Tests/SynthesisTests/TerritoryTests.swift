import Foundation
import Planning
import Synthesis
import Testing

@Suite struct TerritoryTests {
  @Test func lotIsRead() throws {
    let lot = try Fixtures.lot()
    #expect(lot.communes.count == 313)
    #expect(lot.cells.count == 4595)
    #expect(lot.zones.count == 22)
    #expect(lot.communes.map(\.population).reduce(0, +) == 176_473)
    #expect(Set(lot.communes.map(\.zone)).count == 22)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anotherTerritoryNeedsOnlyItsFiles(seed: UInt64) throws {
    let tiny = try TerritoryData(files: Fixtures.tiny())
    let scenario = try Fixtures.day("small", seed: seed, of: tiny).scenario
    #expect(scenario.territory.id == "tiny")
    #expect(scenario.bookings.flatMap(\.legs).count == 24)
    #expect(scenario.volunteers.count + scenario.vehicles.count == 8)
    #expect(Set(scenario.vehicles.flatMap(\.zones)) == ["z1"])
    let communes: Set = ["Bourg", "Vallon, le Haut", "Lande", "Ailleurs"]
    #expect(Set(scenario.places.map(\.commune)).isSubset(of: communes))
  }

  @Test func aServiceIsGoneToWhenOpen() throws {
    let tiny = try TerritoryData(files: Fixtures.tiny())
    let date = try #require(PlanDate("2026-11-25"))
    let day = try SyntheticDay(tiny, DaySpec(seed: 9, date: date, legs: 200, resources: 8))
    let visits = day.scenario.bookings.filter { $0.legs[0].to == "s1" }
    #expect(!visits.isEmpty)
    for visit in visits {
      guard case .arriveBy(let time) = visit.legs[0].anchor else { continue }
      #expect(
        (9 * 3600..<12 * 3600).contains(time.seconds)
          || (14 * 3600..<17 * 3600).contains(time.seconds))
    }
  }

  @Test func allFaultsAtOnceWithTheirLines() throws {
    var files = try Fixtures.tiny()
    files["communes.csv"] = Data(
      """
      insee,name,latitude,longitude,population,population75,class,group,tad_zone
      99001,Bourg,48.2,-3.5,many,420,town,pays,z1
      99002,,98.26,-3.42,640,95,rural,pays,z1

      """.utf8)
    files["markets.csv"] = Data("insee,weekdays\n99001,mercredi\n".utf8)
    let faults = try #require(
      #expect(throws: Faults.self) { try TerritoryData(files: files) }?.faults)
    let found = Set(faults.map { "\($0.place.file):\($0.place.line ?? 0):\($0.field):\($0.code)" })
    #expect(
      found == [
        "communes.csv:1:shops:missing-column", "communes.csv:2:population:bad-number",
        "communes.csv:2:class:unknown-word", "communes.csv:3:name:empty-cell",
        "communes.csv:3:latitude:bad-number", "markets.csv:2:weekdays:unknown-word",
      ])
  }

  @Test func unknownReferencesAreFaults() throws {
    var files = try Fixtures.tiny()
    files["tad_zones.csv"] = Data("code,name,centre,poles\nz9,Pays,99001,99009\n".utf8)
    let faults = try #require(
      #expect(throws: Faults.self) { try TerritoryData(files: files) }?.faults)
    #expect(Set(faults.map(\.value)) == ["z1", "99009"])
  }

  @Test func aMissingKeyIsPointedTo() throws {
    var files = try Fixtures.tiny()
    let text = String(decoding: try #require(files["territory-data.json"]), as: UTF8.self)
    files["territory-data.json"] = Data(
      text.replacingOccurrences(of: "\"volunteerShare\"", with: "\"share\"").utf8)
    let faults = try #require(
      #expect(throws: Faults.self) { try TerritoryData(files: files) }?.faults)
    #expect(faults.map(\.place.pointer) == ["/fleet/volunteerShare"])
  }

  @Test func anUnknownSizeNamesTheKnownOnes() throws {
    let tiny = try TerritoryData(files: Fixtures.tiny())
    let faults = try #require(
      #expect(throws: Faults.self) { try Fixtures.day("huge", of: tiny) }?.faults)
    #expect(faults.first?.code == "unknown-size")
    #expect(faults.first?.remedy.en.contains("small") == true)
  }

  @Test func aReadmeSaysWhatIsInIt() throws {
    let day = try Fixtures.day("small", of: Fixtures.lot())
    let text = day.readme(command: "camin scenario generate --size small")
    #expect(text.contains("| legs | 40 |") && text.contains("| trajets | 40 |"))
    #expect(text.contains("camin scenario generate --size small"))
    #expect(text.contains("ODbL") && text.contains("Licence Ouverte"))
  }
}

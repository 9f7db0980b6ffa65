import Interchange
import Planning
import Testing

@Suite struct ScenarioRoundTripTests {
  /// Folder and document, in both languages, give back the very same scenario.
  @Test(arguments: 1...40)
  func bothDoorsGiveTheSameModel(seed: UInt64) throws {
    var random = RandomScenario(seed: seed)
    let scenario = random.scenario()
    let sandbox = try ScenarioSandbox()
    for language in Language.allCases {
      let folder = sandbox.path + "/" + language.rawValue
      try ScenarioFolder.write(scenario, to: folder, language: language)
      let (fromFolder, folderWarnings) = try ScenarioSource.read(folder)
      #expect(fromFolder == scenario, "seed \(seed), \(language)")
      #expect(!folderWarnings.contains { ["unknown-column", "personal-data"].contains($0.code) })
      let file = folder + ".json"
      try ScenarioDocument.write(fromFolder, to: file)
      let fromDocument = try ScenarioSource.read(file).scenario
      #expect(fromDocument == scenario, "seed \(seed), \(language), JSON")
      try ScenarioFolder.write(fromDocument, to: folder, language: language)
      #expect(try ScenarioSource.read(folder).scenario == scenario)
    }
    let text = ScenarioDocument.text(scenario)
    #expect(try ScenarioSource.read(json: Array(text.utf8)).scenario == scenario)
    #expect(ScenarioDocument.text(scenario) == text)
  }

  @Test func frenchFoldersSuitAFrenchSpreadsheet() throws {
    var random = RandomScenario(seed: 7)
    let files = ScenarioFolder.files(random.scenario(), language: .french)
    let places = try #require(files.first { $0.name == "places.csv" })
    #expect(places.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: places.bytes, as: UTF8.self)
    #expect(text.contains("id;nom;alias;latitude;longitude;commune;classe_commune;type;zones"))
    #expect(!text.contains("\r\n="))
    #expect(!text.contains(";="))
  }

  @Test func documentIsWrittenByHand() throws {
    let json = """
      {
        "territory": {"version": 1, "id": "t", "name": "T", "date": "2026-11-25"},
        "places": [
          {"id": "a", "name": "Livernon", "latitude": 44.6, "longitude": 1.8},
          {"id": "b", "name": "CH Figeac", "latitude": 44.6, "longitude": 2.0}
        ],
        "riders": [{"id": "r1", "home": "livernon"}, {"id": "r2", "home": "a"}],
        "bookings": [{
          "id": "b1", "rider": "r1",
          "legs": [
            {"from": "a", "to": "ch figeac", "anchor": {"arrive_by": "09:30"}, "sharing": "no"},
            {"from": "b", "to": "a", "anchor": {"stay_min": 60, "stay_max": 90},
             "sharing": {"only_with": ["r2"]}}
          ]
        }]
      }
      """
    let scenario = try ScenarioSource.read(json: Array(json.utf8)).scenario
    #expect(scenario.riders[0].home == "a")
    let legs = scenario.bookings[0].legs
    #expect(legs.map(\.id) == ["b1-1", "b1-2"])
    #expect(legs[0].to == "b")
    #expect(legs[0].sharing == .no)
    #expect(legs[1].anchor == .afterStay(least: 3600, greatest: 5400))
    #expect(legs[1].sharing == .onlyWith(["r2"]))
  }
}

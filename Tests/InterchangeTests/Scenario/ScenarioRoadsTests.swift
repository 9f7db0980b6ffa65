import Interchange
import Planning
import Testing

/// `roads` in `territory.json` and in a document.
@Suite struct ScenarioRoadsTests {
  private func sandbox(_ entry: String) throws -> ScenarioSandbox {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "territory.json",
      """
      {"version": 1, "id": "e", "name": "E", "date": "2026-11-25", "priorities": {"vital": 2},
       "roads": \(entry)}
      """)
    return sandbox
  }

  @Test(
    arguments: [
      "http://127.0.0.1:5000", "ors:http://127.0.0.1", "osrm:127.0.0.1", "valhalla:http://", "",
      "osrm:http://user:secret@a.b",
    ])
  func badlyWritten(entry: String) throws {
    let faults = try sandbox("\"\(entry)\"").faults()
    #expect(faults.map(\.code) == ["bad-roads"])
    #expect(faults.first?.place.pointer == "/roads" && faults.first?.value == entry)
  }

  @Test func notThereIsToldWithTheRest() throws {
    let sandbox = try sandbox("\"maps/lot.roads\"")
    try sandbox.write("riders.csv", "id;domicile\nr1;nulle part\nr2;stcere\n")
    #expect(
      sandbox.faults().map(brief) == [
        "riders.csv:2 unknown-place domicile=nulle part",
        "territory.json:1#/roads missing-roads roads=maps/lot.roads",
      ])
    try sandbox.write("riders.csv", "id;domicile\nr1;livernon\nr2;stcere\n")
    // Nobody needs them where other roads are taken.
    let read = try ScenarioSource.read(sandbox.path, lookingForRoads: false)
    #expect(read.scenario.territory.roads == "maps/lot.roads")
    try sandbox.write("maps/lot.roads", "")
    #expect(sandbox.faults().isEmpty)
  }

  @Test func startsFromTheFolderOfTheDay() throws {
    let sandbox = try sandbox("\"maps\"")
    try sandbox.write("maps/edges.csv", "")
    #expect(RoadsEntry.folder(of: sandbox.path) == sandbox.path)
    let scenario = try ScenarioSource.read(sandbox.path).scenario
    let document = sandbox.path + "/day.json"
    try ScenarioDocument.write(scenario, to: document)
    #expect(try ScenarioSource.read(document).scenario == scenario)
    #expect(RoadsEntry.folder(of: document) == sandbox.path)
    #expect(RoadsEntry.folder(of: "day.json") == ".")
    #expect(RoadsEntry.folder(of: "/day.json") == "/")
  }

  /// The same day with and without roads, or kept elsewhere, is the same day.
  @Test func doesNotCountInTheHash() throws {
    var random = RandomScenario(seed: 3)
    var scenario = random.scenario()
    let hash = ScenarioDocument.hash(scenario)
    for roads in [nil, "../a", "osrm:http://127.0.0.1"] {
      scenario.territory.roads = roads
      #expect(ScenarioDocument.hash(scenario) == hash)
    }
  }
}

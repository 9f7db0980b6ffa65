import Foundation
import Testing
import TravelTimes

@Suite struct OsmRoadsTests {
  /// Roads of a small map: nodes on a grid of a hundredth of a degree, named by row and column.
  private func roads(_ body: String) throws -> OsmRoads {
    var text = "<?xml version='1.0'?><osm version='0.6'>"
    for row in 0..<4 {
      for column in 0..<4 {
        let tags =
          row == 3 && column == 1
          ? "<tag k='barrier' v='bollard'/>"
          : row == 3 && column == 2 ? "<tag k='highway' v='traffic_signals'/>" : ""
        text += "<node id='\(10 * row + column)' lat='\(44 + Double(row) / 100)'"
        text += " lon='\(1 + Double(column) / 100)'>\(tags)</node>"
      }
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "camin-\(UUID().uuidString).osm")
    try Data((text + body + "</osm>").utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try OsmRoads(contentsOf: path.path)
  }

  private func way(_ id: Int, _ nodes: [Int], _ tags: [String: String]) -> String {
    "<way id='\(id)'>" + nodes.map { "<nd ref='\($0)'/>" }.joined()
      + tags.map { "<tag k='\($0.key)' v='\($0.value)'/>" }.joined() + "</way>"
  }

  private func restriction(_ kind: String, _ from: Int, _ via: Int, _ to: Int, _ more: String = "")
    -> String
  {
    """
    <relation id='\(100 * from + to)'><member type='way' ref='\(from)' role='from'/>
    <member type='node' ref='\(via)' role='via'/><member type='way' ref='\(to)' role='to'/>
    <tag k='type' v='restriction'/><tag k='restriction' v='\(kind)'/>\(more)</relation>
    """
  }

  /// km/h driven along and against a way with these tags; `nil` where closed.
  private func speeds(_ tags: [String: String]) throws -> [Double?]? {
    let network = try roads(way(1, [0, 1], tags) + way(2, [1, 2], ["highway": "primary"])).network
    guard network.stretches.count == 2 else { return nil }
    return [network.stretches[0].forward, network.stretches[0].backward].map { cost in
      cost.map { ($0.metres / $0.seconds * 36).rounded() / 10 }
    }
  }

  @Test(
    arguments: [
      (["highway": "residential"], [25, 25]),
      (["highway": "secondary", "maxspeed": "80"], [64, 64]),
      (["highway": "secondary", "maxspeed": "FR:rural"], [64, 64]),
      (["highway": "secondary", "maxspeed": "50 mph"], [64.4, 64.4]),
      (["highway": "secondary", "maxspeed": "signals"], [55, 55]),
      (["highway": "tertiary", "maxspeed:forward": "50", "maxspeed": "30"], [40, 24]),
      (["highway": "unclassified", "surface": "gravel", "maxspeed": "80"], [35, 35]),
      (["highway": "residential", "oneway": "yes"], [25, nil]),
      (["highway": "residential", "oneway": "-1"], [nil, 25]),
      (["highway": "tertiary", "junction": "roundabout"], [40, nil]),
      (["highway": "motorway"], [90, nil]),
      (["highway": "track", "motor_vehicle": "yes", "tracktype": "grade5"], [10, 10]),
      (["highway": "service", "access": "private", "motorcar": "yes"], [15, 15]),
      (["highway": "service", "service": "driveway"], [10, 10]),
      (["highway": "path", "motor_vehicle": "designated"], [10, 10]),
      (["highway": "residential", "oneway": "yes", "oneway:motor_vehicle": "no"], [25, 25]),
    ] as [([String: String], [Double?])])
  func readsSpeedsAndDirections(tags: [String: String], expected: [Double?]) throws {
    #expect(try speeds(tags) == expected)
  }

  @Test(arguments: [
    ["highway": "footway"], ["highway": "track"], ["highway": "residential", "access": "private"],
    ["highway": "residential", "motor_vehicle": "no", "access": "yes"],
    ["highway": "primary", "area": "yes"], ["highway": "proposed"],
    ["highway": "primary", "construction": "primary"],
    ["highway": "residential", "oneway": "reversible"], ["route": "ferry"],
  ])
  func leavesOutWhatIsClosedToCars(tags: [String: String]) throws {
    #expect(try speeds(tags) == nil)
  }

  /// Ways are cut where they meet, at barriers and where the extract ends.
  @Test func cutsWays() throws {
    let cut = try roads(
      way(1, [0, 1, 2, 3], ["highway": "primary"]) + way(2, [1, 11], ["highway": "primary"])
        + way(3, [30, 31, 32, 33], ["highway": "primary"])
        + way(4, [20, 99, 21, 22], ["highway": "primary"]))
    let network = cut.network
    #expect(network.stretches.count == 6)
    #expect(cut.report.missingNodes == 1 && cut.report.barriers == 1)
    #expect(cut.report.ways == 4 && cut.report.roads == 4)
    #expect(network.stretches[0].to == network.stretches[1].from)
    #expect(network.stretches[1].points.count == 3)
    #expect(network.stretches[3].to != network.stretches[4].from, "a bollard parts the road")
    let (before, after) = (network.stretches[3], network.stretches[4])
    let lights = try #require(after.forward).seconds - 2 * #require(before.forward).seconds
    #expect(abs(lights - 2) < 0.002)
    #expect(network.attribution.contains("OpenStreetMap"))
  }

  /// A crossing: from the south (1) over 11 to the north (2), west (3) or east (4).
  private func crossing(_ rules: String) throws -> (OsmRoads, RoadGraph) {
    let roads = try roads(
      way(1, [1, 11], ["highway": "primary"]) + way(2, [11, 21], ["highway": "primary"])
        + way(3, [10, 11], ["highway": "primary"]) + way(4, [11, 12], ["highway": "primary"])
        + way(5, [1, 0, 10], ["highway": "primary"]) + way(6, [1, 2, 12], ["highway": "primary"])
        + way(7, [10, 20, 21], ["highway": "primary"]) + rules)
    return (roads, try RoadGraph(image: RoadGraphBuilder(roads.network).image))
  }

  private func kilometres(_ graph: RoadGraph, _ a: (Double, Double), _ b: (Double, Double))
    -> Double?
  {
    graph.path(
      from: Coordinate(latitude: 44 + a.0 / 100, longitude: 1 + a.1 / 100),
      to: Coordinate(latitude: 44 + b.0 / 100, longitude: 1 + b.1 / 100), access: .free
    ).map { ($0.cost.metres / 10).rounded() / 100 }
  }

  @Test func keepsTurnRestrictions() throws {
    // From 0.1 row above node 1 to 0.1 column west of node 11: 0.9 up, 0.1 west, a row being 1.11 km, a column 0.8.
    let (south, west) = ((0.1, 1.0), (1.0, 0.9))
    let (_, free) = try crossing("")
    #expect(kilometres(free, south, west) == 1.08)
    let (roads, barred) = try crossing(restriction("no_left_turn", 1, 11, 3))
    #expect(roads.network.turns.count == 1)
    #expect(kilometres(barred, south, west) == 2.68, "east, where one may turn round, and back")
    #expect(kilometres(barred, west, south) == 1.08, "the other way stays free")
    let (_, straight) = try crossing(restriction("only_straight_on", 1, 11, 2))
    #expect(kilometres(straight, south, west) == 2.74)
    #expect(kilometres(straight, south, (1.1, 1.0)) == 1.11)
    let (_, exempt) = try crossing(
      restriction("no_left_turn", 1, 11, 3, "<tag k='except' v='bus;motorcar'/>"))
    #expect(kilometres(exempt, south, west) == 1.08)
    let (odd, _) = try crossing(restriction("no_left_turn", 1, 33, 3))
    #expect(odd.report.restrictions == 1 && odd.report.restrictionsPassedOver == 1)
  }

  @Test func readsARealExtract() throws {
    let path = try #require(Bundle.module.path(forResource: "Fixtures/andorra.osm", ofType: "pbf"))
    let roads = try OsmRoads(contentsOf: path)
    #expect(roads.report.roads > 1000)
    let builder = try RoadGraphBuilder(roads.network)
    #expect(builder.report.kilometres > 350)
    #expect(builder.report.cutOffKilometres < 0.05 * builder.report.kilometres)
    let graph = try RoadGraph(image: builder.image)
    // Andorra la Vella to Pas de la Casa: some 30 km by the road over the pass.
    let path2 = try #require(
      graph.path(
        from: Coordinate(latitude: 42.5069, longitude: 1.5218),
        to: Coordinate(latitude: 42.5433, longitude: 1.7337)))
    #expect((25_000...36_000).contains(path2.cost.metres))
    #expect((1500...3600).contains(path2.cost.seconds))
    #expect(path2.line.count > 200)
    let drawn = zip(path2.line, path2.line.dropFirst()).reduce(0) { $0 + $1.0.crowMetres(to: $1.1) }
    #expect(abs(drawn - path2.cost.metres) < 300, "the line is as long as the way")
  }

  @Test func saysWhatIsWrongWithAFile() throws {
    let path = try #require(Bundle.module.path(forResource: "Fixtures/andorra.osm", ofType: "pbf"))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let broken = FileManager.default.temporaryDirectory.appendingPathComponent(
      "camin-broken-\(ProcessInfo.processInfo.processIdentifier).osm.pbf")
    defer { try? FileManager.default.removeItem(at: broken) }
    var flipped = whole
    for place in stride(from: 3000, to: whole.count, by: 5000) { flipped[place] ^= 0xFF }
    for content in [
      whole.prefix(whole.count / 2), whole.prefix(10), flipped, Data("node,lat,lon\n".utf8),
    ] {
      try content.write(to: broken)
      let error = #expect(throws: RoadError.self) { try OsmRoads(contentsOf: broken.path) }
      guard case .undecodable(_, let reason)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(!reason.isEmpty)
    }
    #expect(throws: RoadError.self) { try OsmRoads(contentsOf: "/no/such/map.osm.pbf") }
    #expect(throws: RoadError.self) { try roads("") }
  }
}

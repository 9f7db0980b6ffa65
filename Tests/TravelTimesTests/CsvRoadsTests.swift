import Testing
import TravelTimes

@Suite struct CsvRoadsTests {
  private let nodes = Array(
    "\u{FEFF}node,lat,lon,labels\r\na,44,1,\"x, y\"\r\nb,44,1.1,\r\nc,44.1,1.1,\r\n".utf8)

  private func network(_ edges: String) throws(RoadError) -> RoadNetwork {
    try CsvRoads.network(nodes: nodes, edges: Array(edges.utf8), attribution: "me")
  }

  @Test func readsTimesLengthsAndOneWays() throws {
    let roads = try network(
      "u,v,length_km_est,class,time_s_est,oneway\na,b,8.5,A,400.5,1\nb,c,12,D600+,700,0\n\"c\",a,14,,900,\n"
    )
    #expect(roads.junctions == 3 && roads.attribution == "me")
    #expect(roads.stretches[0].forward == TravelCost(milliseconds: 400_500, decimetres: 85_000))
    #expect(roads.stretches[0].backward == nil && !roads.stretches[0].stopping)
    #expect(
      roads.stretches[1].backward == roads.stretches[1].forward && roads.stretches[1].stopping)
    #expect(roads.stretches[2].from == 2 && roads.stretches[2].to == 0)
  }

  @Test func reckonsTimesFromSpeeds() throws {
    let roads = try network("u,v,length_m,speed_kmh\na,b,1000,36\n")
    #expect(roads.stretches[0].forward == TravelCost(milliseconds: 100_000, decimetres: 10_000))
  }

  @Test func tellsAllFaultsAtOnce() throws {
    let error = #expect(throws: RoadError.self) {
      try network("u,v,length_m,speed_kmh\na,z,1000,36\n\nb,c,-1,fast\nb,c,5,50\n")
    }
    guard case .rows(let faults)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(faults.map(\.line) == [2, 4, 4])
    #expect(faults.map(\.field) == ["v", "length_m", "speed_kmh"])
    #expect(faults.map(\.value) == ["z", "-1", "fast"])
    #expect(throws: RoadError.self) { try network("from,to\n1,2\n") }
    #expect(throws: RoadError.self) { try network("") }
  }

  @Test func saysThatThereIsNoRoad() {
    #expect(throws: RoadError.noRoads("roads")) { try RoadGraphBuilder(RoadNetwork()) }
  }

  /// Of two parts without a way between them the larger stays, and the rest is told.
  @Test func keepsTheLargestPart() throws {
    let roads = try CsvRoads.network(
      nodes: Array("node,lat,lon\na,44,1\nb,44,1.1\nc,44.1,1.1\nd,45,1\ne,45,1.1\n".utf8),
      edges: Array(
        "u,v,length_m,speed_kmh,oneway\na,b,1000,36,1\nb,c,2000,36,1\nc,a,3000,36,1\nd,e,4000,36,0\na,e,500,36,1\n"
          .utf8), attribution: "")
    let report = try RoadGraphBuilder(roads).report
    #expect(report.parts == 2 && report.stretches == 3 && report.cutOff == 2)
    #expect(abs(report.kilometres - 6) < 1e-9 && abs(report.cutOffKilometres - 4.5) < 1e-9)
  }
}

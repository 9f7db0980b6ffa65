import Foundation
import Testing
import TravelTimes

/// Real servers, where their executables can be had: `CAMIN_OSRM_BIN` and `CAMIN_VALHALLA_BIN` name the folders.
@Suite(.serialized) struct RealServerTests {
  private func graph() throws -> RoadGraph {
    let path = try #require(Bundle.module.path(forResource: "Fixtures/andorra.osm", ofType: "pbf"))
    return try RoadGraph(image: RoadGraphBuilder(OsmRoads(contentsOf: path).network).image)
  }

  /// Places on roads, drawn from a fixed sequence.
  private func places(_ count: Int, _ graph: RoadGraph) -> [RoadPlace] {
    var state: UInt64 = 7
    func draw(_ low: Double, _ high: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + Double(state >> 40) / Double(1 << 24) * (high - low)
    }
    var places: [RoadPlace] = []
    while places.count < count {
      let place = Coordinate(latitude: draw(42.44, 42.64), longitude: draw(1.42, 1.77))
      guard let snap = graph.snap(place, reach: 300) else { continue }
      places.append(RoadPlace("p\(places.count)", at: snap.onRoad))
    }
    return places
  }

  private func middle(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? .infinity : sorted[sorted.count / 2]
  }

  @Test(
    .enabled(
      if: RealServer.Kind.osrm.folder != nil,
      "skipped: CAMIN_OSRM_BIN names no folder with osrm-extract, osrm-contract and osrm-routed"))
  func osrm() throws { try agrees(.osrm, count: 130, within: 0.06) }

  @Test(
    .enabled(
      if: RealServer.Kind.valhalla.folder != nil,
      "skipped: CAMIN_VALHALLA_BIN names no folder with valhalla_build_tiles and valhalla_service"))
  func valhalla() throws { try agrees(.valhalla, count: 60, within: 0.4) }

  /// Times like those of Camin's own graph of the same extract, lines as long as the distances, and nothing asked twice.
  ///
  /// - Parameter share: how far times may lie apart in the median; the profiles differ.
  private func agrees(_ kind: RealServer.Kind, count: Int, within share: Double) throws {
    let folder = NSTemporaryDirectory() + "camin-real-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try RealServer(kind)
    let graph = try graph()
    let places = places(count, graph)
    let source = RoadSource(server.address)
    let roads = try source.open(cache: RoadCache(folder: folder))
    let answer = try roads.matrix(of: places, access: .free)
    #expect(answer.pairsAsked == count * count && answer.notes == [])
    let own = graph.matrix(of: places, access: .free)
    var ratios: [Double] = []
    for from in places.indices {
      for to in places.indices where from != to {
        guard let a = answer.matrix[from, to], let b = own[from, to], b.metres > 500 else {
          continue
        }
        ratios.append(abs(a.seconds / b.seconds - 1))
      }
    }
    print("\(kind.rawValue): \(ratios.count) pairs, times apart by \(middle(ratios)) in the median")
    #expect(ratios.count > count * count / 2 && middle(ratios) < share)
    let legs = (0..<20).map { (from: places[$0].at, to: places[$0 + 20].at) }
    let lengths = try roads.lines(of: legs).enumerated().map { number, line -> Double in
      let points = try #require(line)
      let drawn = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.crowMetres(to: $1.1) }
      let told = try #require(answer.matrix[number, number + 20]).metres
      return abs(drawn - told) / max(100, told)
    }
    #expect(middle(lengths) < 0.01)
    let again = try roads.matrix(of: places.reversed(), access: .free)
    #expect(again.pairsAsked == 0 && again.matrix[0, 1] == answer.matrix[count - 1, count - 2])
    server.stop()
    #expect(try roads.matrix(of: places, access: .free).matrix == answer.matrix)
    let error = #expect(throws: RoadError.self) {
      try source.open(rules: OsrmContractTests.quick).matrix(of: places)
    }
    guard case .server(let failure)? = error, case .unreachable = failure.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}

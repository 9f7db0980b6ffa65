import Foundation
import Planning
import Reporting
import Testing

/// Lines of roads on the map data, whose tolerance is five metres.
@Suite("Lines of roads") struct LineSimplificationTests {
  /// Metres of a degree of latitude.
  private static let degree = 111_195.0

  /// Points of the first run's first drive when the road between its ends is this one.
  private func drawn(_ road: [Position]) throws -> [[Double]] {
    let ends = try #require(DriveEnds.all(of: SmallDay.plan, in: SmallDay.scenario).first)
    let roads = RoadLines(attribution: "", lines: [ends: road])
    let report = PlanReport(
      plan: SmallDay.plan, scenario: SmallDay.scenario, language: .french, roads: roads)
    let collection = try JSONDecoder().decode(
      GeoJsonTests.Collection.self, from: Data(report.mapData.utf8))
    let drive = try #require(
      collection.features.first { $0.properties["kind"] == .text("drive") })
    return try #require(drive.geometry).coordinates.all
  }

  @Test func leavesNoPointFartherOffThanTheTolerance() throws {
    let road = (0..<400).map { step -> Position in
      let along = Double(step) / 400
      return Position(
        latitude: 44.512 + 0.011 * along + 0.003 * sin(along * 9) + 0.0000003 * Double(step % 7),
        longitude: 1.412 + 0.011 * along)
    }
    let line = try drawn(road)
    #expect(line.count > 10 && line.count < 120, "\(line.count)")
    let plane = line.map(flat)
    for position in road {
      let point = flat([position.longitude, position.latitude])
      let off = zip(plane, plane.dropFirst()).map { distance(point, $0, $1) }.min() ?? .infinity
      #expect(off < 5.2, "five metres, and what six decimals of a degree lose")
    }
  }

  @Test func keepsARoadThatTurnsBack() throws {
    let out = Position(latitude: 44.52, longitude: 1.6)
    let line = try drawn([out, Position(latitude: 44.52, longitude: 1.43)])
    #expect(line.contains([1.6, 44.52]))
  }

  private func flat(_ coordinate: [Double]) -> SIMD2<Double> {
    SIMD2(coordinate[0] * cos(44.5 * .pi / 180), coordinate[1]) * Self.degree
  }

  private func distance(
    _ point: SIMD2<Double>, _ start: SIMD2<Double>, _ end: SIMD2<Double>
  ) -> Double {
    let (way, off) = (end - start, point - start)
    let length = (way * way).sum()
    let along = length > 0 ? min(1, max(0, (way * off).sum() / length)) : 0
    let rest = off - along * way
    return (rest * rest).sum().squareRoot()
  }
}

import CaminTestSupport
import Testing
import TravelTimes

@Suite struct SnapTests {
  /// The grid finds what looking at every stretch finds.
  @Test(arguments: 0..<20)
  func findsTheNearestRoad(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    var network = RoadNetwork.random(
      seed: UInt64(seed), junctions: 40, stretches: 100, turns: 0, most: 1000)
    for index in network.stretches.indices {
      network.stretches[index].stopping = index % 5 != 0
      network.stretches[index].forward = TravelCost(milliseconds: 10, decimetres: 10)
      network.stretches[index].backward = network.stretches[index].forward
    }
    let builder = try RoadGraphBuilder(network)
    try #require(builder.report.cutOff == 0)
    let graph = try RoadGraph(image: builder.image)
    for _ in 0..<100 {
      let place = Coordinate(
        latitude: Double.random(in: 43.8...44.6, using: &dice),
        longitude: Double.random(in: 0.8...1.8, using: &dice))
      let nearest =
        network.stretches.filter(\.stopping).map { stretch -> Double in
          let ends = network.points[stretch.points].map(\.coordinate)
          return place.metres(toLineFrom: ends[0], to: ends[1])
        }.min() ?? .infinity
      let snap = graph.snap(place, reach: 20_000)
      if nearest > 20_000.1 {
        #expect(snap == nil)
      } else if nearest < 19_999.9 {
        let found = try #require(snap)
        #expect(abs(found.metresOff - nearest) < 0.01)
        #expect(abs(found.onRoad.crowMetres(to: place) - nearest) < 0.02 + nearest * 0.005)
      }
    }
  }

  /// A place beside the road pays for the way to it; two places nearer to each other than to the road do not use it.
  @Test func countsTheWayToTheRoad() throws {
    var network = RoadNetwork()
    network.junctions = 2
    let ends = [
      FixedPoint(latitude: 440_000_000, longitude: 10_000_000),
      FixedPoint(latitude: 440_000_000, longitude: 11_000_000),
    ]
    let cost = TravelCost(seconds: 600, metres: 8000)
    network.add(from: 0, to: 1, ends, forward: cost, backward: cost)
    let graph = try RoadGraph(image: RoadGraphBuilder(network).image)
    let off = 1000 / 111_195.08  // degrees of a kilometre
    let places = [
      RoadPlace("start", at: ends[0].coordinate),
      RoadPlace("beside the end", at: Coordinate(latitude: 44 + off, longitude: 1.1)),
      RoadPlace("a little farther", at: Coordinate(latitude: 44 + 1.1 * off, longitude: 1.1)),
    ]
    let access = AccessRule(speed: 36, detour: 1.5, reach: 5000, terminalTime: 60)
    let matrix = graph.matrix(of: places, access: access)
    let far = try #require(matrix[0, 1])
    #expect(abs(far.seconds - (600 + 150 + 60)) < 0.1)
    #expect(abs(far.metres - 9500) < 1)
    let near = try #require(matrix[1, 2])
    #expect(abs(near.seconds - (15 + 60)) < 0.1)
    #expect(abs(near.metres - 150) < 1)
  }
}

extension Coordinate {
  /// Metres to a straight line, on a plane round this point.
  func metres(toLineFrom a: Coordinate, to b: Coordinate) -> Double {
    let unit = 6_371_008.8 * Double.pi / 180
    let shrink =
      Coordinate(latitude: latitude, longitude: 0).crowMetres(
        to: Coordinate(latitude: latitude, longitude: 0.001)) / (0.001 * unit)
    func flat(_ point: Coordinate) -> SIMD2<Double> {
      SIMD2((point.longitude - longitude) * unit * shrink, (point.latitude - latitude) * unit)
    }
    let (start, along) = (flat(a), flat(b) - flat(a))
    let length = (along * along).sum()
    let share = length > 0 ? min(1, max(0, -(start * along).sum() / length)) : 0
    let off = start + along * share
    return (off * off).sum().squareRoot()
  }
}

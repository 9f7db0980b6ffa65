import Testing
import TravelTimes

@Suite struct MatrixTests {
  /// All pairs of stretches of random networks, time and distance to the last unit, against Dijkstra.
  @Test(arguments: 0..<60)
  func agreesWithDijkstra(seed: Int) throws {
    let junctions = 6 + seed
    let network = RoadNetwork.random(
      seed: UInt64(seed), junctions: junctions, stretches: junctions * 2,
      turns: seed % 3 == 0 ? 0 : junctions / 2,
      most: seed % 2 == 0 ? 3 : 100_000)
    let graph = try RoadGraph(image: RoadGraphBuilder(network).image)
    let oracle = TurnOracle(network)
    let inside = network.stretches.indices.filter {
      graph.snap(network.middle(of: $0)).map { $0.metresOff < 0.01 } ?? false
    }
    // A stretch that runs over another one's middle would take its place.
    let places = inside.map { RoadPlace("\($0)", at: network.middle(of: $0)) }
    let matrix = graph.matrix(of: places, access: .free)
    #expect(matrix.unreachable.isEmpty)
    #expect(places.count > junctions / 2)
    let finder = PathFinder(graph)
    for (row, origin) in inside.enumerated() {
      let expected = oracle.costs(from: origin)
      for (column, destination) in inside.enumerated() where network.isAlone(destination, origin) {
        #expect(
          matrix[row, column] == expected[destination], "\(seed): \(origin) to \(destination)")
        let snaps = try (
          #require(graph.snap(places[row].at)), #require(graph.snap(places[column].at))
        )
        let path = try #require(finder.path(from: snaps.0, to: snaps.1, access: .free))
        #expect(path.cost == matrix[row, column])
        #expect(path.line.first == snaps.0.onRoad && path.line.last == snaps.1.onRoad)
      }
    }
  }

  /// A path's line passes open stretches only, and these cost what the path costs.
  @Test(arguments: 100..<120)
  func linesFollowOpenStretches(seed: Int) throws {
    let network = RoadNetwork.random(
      seed: UInt64(seed), junctions: 40, stretches: 80, turns: seed % 2 == 0 ? 0 : 10,
      most: 100_000)
    let graph = try RoadGraph(image: RoadGraphBuilder(network).image)
    let finder = PathFinder(graph)
    var checked = 0
    for origin in 0..<20 {
      for destination in 40..<60 where network.isAlone(origin, destination) {
        guard let a = graph.snap(network.middle(of: origin)), a.metresOff < 0.01,
          let b = graph.snap(network.middle(of: destination)), b.metresOff < 0.01,
          let path = finder.path(from: a, to: b, access: .free)
        else { continue }
        var least = TravelCost.zero
        for (from, to) in zip(path.line.dropFirst().dropLast(), path.line.dropFirst(2).dropLast()) {
          least = try least + #require(network.cheapest(from, to))
        }
        let ends = try #require(
          network.ends(origin, path.line[1], destination, path.line[path.line.count - 2]))
        // Of stretches side by side, a turn may ask for the dearer.
        #expect(least + ends <= path.cost)
        if network.turns.isEmpty { #expect(least + ends == path.cost) }
        checked += 1
      }
    }
    #expect(checked > 50)
  }

  @Test func reportsPlacesOffTheMapByName() throws {
    let network = RoadNetwork.random(seed: 1, junctions: 30, stretches: 70, turns: 0, most: 1000)
    let graph = try RoadGraph(image: RoadGraphBuilder(network).image)
    let places = [
      RoadPlace("Town", at: network.middle(of: 3)),
      RoadPlace("Island", at: Coordinate(latitude: 40, longitude: -20)),
    ]
    let matrix = graph.matrix(of: places)
    #expect(matrix.unreachable.map(\.origin) == ["Town", "Island", "Island"])
    #expect(matrix.unreachable.map(\.destination) == ["Island", "Town", "Island"])
    #expect(matrix[0, 0] == .zero && matrix[0, 1] == nil)
    #expect(matrix.wholeSeconds == nil)
  }
}

extension RoadNetwork {
  /// Neither stretch shares its junctions, and so perhaps its line, with another one.
  func isAlone(_ a: Int, _ b: Int) -> Bool {
    [a, b].allSatisfy { own in
      stretches[own].from != stretches[own].to
        && stretches.enumerated().allSatisfy { index, other in
          index == own
            || Set([other.from, other.to]) != Set([stretches[own].from, stretches[own].to])
        }
    }
  }

  /// Least cost of a stretch open from one junction to another.
  func cheapest(_ from: Coordinate, _ to: Coordinate) -> TravelCost? {
    stretches.flatMap { stretch -> [TravelCost] in
      let ends = points[stretch.points].map(\.coordinate)
      return [
        ends == [from, to] ? stretch.forward : nil, ends == [to, from] ? stretch.backward : nil,
      ].compactMap { $0 }
    }.min()
  }

  /// Cost of half the first stretch to a junction and half the last from one.
  func ends(_ first: Int, _ after: Coordinate, _ last: Int, _ before: Coordinate) -> TravelCost? {
    let (a, b) = (stretches[first], stretches[last])
    let out = points[a.points].last?.coordinate == after ? a.forward : a.backward
    let into = points[b.points].first?.coordinate == before ? b.forward : b.backward
    guard let out, let into else { return nil }
    let sum = out + into
    return TravelCost(milliseconds: sum.milliseconds / 2, decimetres: sum.decimetres / 2)
  }
}

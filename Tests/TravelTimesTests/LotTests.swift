import Foundation
import Testing
import TravelTimes

/// The shipped roads of the Lot.
@Suite struct LotTests {
  private func network() throws -> RoadNetwork {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/territories/lot/roads")
    return try CsvRoads.network(
      nodes: [UInt8](Data(contentsOf: folder.appendingPathComponent("nodes.csv"))),
      edges: [UInt8](Data(contentsOf: folder.appendingPathComponent("edges.csv"))),
      attribution: "© OpenStreetMap contributors, Travel Mapping")
  }

  /// From some junctions to very many, times and distances to the last unit.
  @Test func agreesWithDijkstra() throws {
    let network = try network()
    let builder = try RoadGraphBuilder(network)
    #expect(builder.report.kilometres > 15_000 && builder.report.cutOff < 10)
    let graph = try RoadGraph(image: builder.image)
    var junctions: [(number: UInt32, place: RoadPlace)] = []
    var known: Set<UInt32> = []
    for stretch in network.stretches where known.insert(stretch.from).inserted {
      let place = network.points[stretch.points.lowerBound].coordinate
      guard let snap = graph.snap(place), snap.metresOff < 0.001 else { continue }
      junctions.append((stretch.from, RoadPlace("\(stretch.from)", at: place)))
    }
    let origins = stride(from: 0, to: junctions.count, by: 500).map { junctions[$0] }
    let matrix = graph.matrix(
      from: origins.map(\.place), to: junctions.map(\.place), access: .free)
    #expect(origins.count > 10 && junctions.count > 5000)
    for (row, origin) in origins.enumerated() {
      let costs = network.plainCosts(from: origin.number)
      let wrong = junctions.indices.filter { matrix[row, $0] != costs[Int(junctions[$0].number)] }
      #expect(wrong.isEmpty, "from \(origin.place.name)")
    }
  }

  @Test func knowsTheWayFromCahorsToFigeac() throws {
    let graph = try RoadGraph(image: RoadGraphBuilder(network()).image)
    let path = try #require(
      graph.path(
        from: Coordinate(latitude: 44.4475, longitude: 1.4406),
        to: Coordinate(latitude: 44.6086, longitude: 2.0322)))
    #expect((60_000...80_000).contains(path.cost.metres))
    #expect((3000...5400).contains(path.cost.seconds))
    let drawn = zip(path.line, path.line.dropFirst()).reduce(0) { $0 + $1.0.crowMetres(to: $1.1) }
    #expect((0.8...1.0).contains(drawn / path.cost.metres), "bends are in the lengths, not drawn")
  }
}

extension RoadNetwork {
  /// Dijkstra's method with a plain binary heap; for networks without restricted turns.
  func plainCosts(from origin: UInt32) -> [TravelCost?] {
    var leaving = [[(head: UInt32, cost: TravelCost)]](repeating: [], count: junctions)
    for stretch in stretches {
      if let cost = stretch.forward { leaving[Int(stretch.from)].append((stretch.to, cost)) }
      if let cost = stretch.backward { leaving[Int(stretch.to)].append((stretch.from, cost)) }
    }
    var costs = [TravelCost?](repeating: nil, count: junctions)
    var heap: [(cost: TravelCost, node: UInt32)] = [(.zero, origin)]
    while let (cost, node) = heap.first {
      let last = heap.removeLast()
      if !heap.isEmpty {
        var at = 0
        while let child = [2 * at + 1, 2 * at + 2].filter({ $0 < heap.count }).min(by: {
          heap[$0].cost < heap[$1].cost
        }), heap[child].cost < last.cost {
          heap[at] = heap[child]
          at = child
        }
        heap[at] = last
      }
      guard costs[Int(node)] == nil else { continue }
      costs[Int(node)] = cost
      for arc in leaving[Int(node)] where costs[Int(arc.head)] == nil {
        var at = heap.count
        heap.append((cost + arc.cost, arc.head))
        while at > 0, heap[at].cost < heap[(at - 1) / 2].cost {
          heap.swapAt(at, (at - 1) / 2)
          at = (at - 1) / 2
        }
      }
    }
    return costs
  }
}

/// Turns a road network into a graph: the largest part in which one can drive from everywhere to
/// everywhere, its hierarchy, and the grid.
public struct RoadGraphBuilder {
  /// To be raised whenever the same network comes out as another graph, so that none that was kept is taken for it.
  static let edition = 1

  public private(set) var report = BuildReport()
  /// The graph's bytes, for `RoadGraph(image:)` or a file.
  public let image: [UInt8]

  /// - Parameter name: what errors call the network.
  /// - Throws: `RoadError.noRoads` where there is nothing to drive on.
  public init(_ network: RoadNetwork, named name: String = "roads") throws(RoadError) {
    let all = DirectedRoads(network)
    let parts = StrongComponents(nodes: all.nodes, arcs: all.arcs)
    guard let largest = parts.largest else { throw .noRoads(name) }
    let main = MainPart(network, all, parts, largest)
    guard !main.stretches.isEmpty else { throw .noRoads(name) }
    var contraction = Contraction(main.roads)
    let hierarchy = contraction.run()
    image = RoadGraphBuilder.image(network, main, hierarchy)
    report.parts = parts.sizes.count
    report.turns = network.turns.count
    report.idleTurns = all.idleTurns
    report.stretches = main.stretches.count
    var kept = 0.0
    var total = 0.0
    for stretch in network.stretches { total += stretch.kilometres }
    for index in main.stretches { kept += network.stretches[Int(index)].kilometres }
    report.kilometres = kept
    report.cutOff = network.stretches.count - main.stretches.count
    report.cutOffKilometres = max(0, total - kept)
  }

  private static func image(
    _ network: RoadNetwork, _ main: MainPart, _ hierarchy: Hierarchy
  ) -> [UInt8] {
    var image = GraphImage()
    image.add(Array(network.attribution.utf8), as: .attribution)
    let geometry = main.geometry(network)
    image.add(geometry.first, as: .pointFirst)
    image.add(geometry.points, as: .points)
    image.add(main.forward, as: .forward)
    image.add(main.backward, as: .backward)
    image.add(
      main.stretches.map { network.stretches[Int($0)].stopping ? UInt8(1) : 0 }, as: .stopping)
    image.add(main.arcFirst, as: .arcFirst)
    image.add(
      main.roads.arcs.map { arc in
        StoredArc(
          tail: hierarchy.number(arc.tail), head: hierarchy.number(arc.head),
          isBackward: arc.isBackward)
      }, as: .arcs)
    image.add(hierarchy.upFirst, as: .upFirst)
    image.add(hierarchy.up, as: .up)
    image.add(hierarchy.downFirst, as: .downFirst)
    image.add(hierarchy.down, as: .down)
    let shape = GridShape(around: geometry.points, stretches: main.stretches.count)
    let grid = GridIndex(shape, first: geometry.first, points: geometry.points)
    image.add(shape)
    image.add(grid.rows.first, as: .cellFirst)
    image.add(grid.stretches, as: .cells)
    image.seal()
    return image.bytes
  }
}

extension RoadNetwork.Stretch {
  var kilometres: Double { ((forward ?? backward)?.metres ?? 0) / 1000 }
}

/// Reads the roads open to cars from OpenStreetMap data.
public struct OsmRoads: Sendable {
  /// What was found, and what could not be used.
  public struct Report: Hashable, Sendable {
    /// Ways with a highway tag.
    public var ways = 0
    /// Ways among them open to cars.
    public var roads = 0
    /// Turn restrictions that hold for cars.
    public var restrictions = 0
    /// Restrictions over ways rather than nodes, by the clock, or with members that do not meet.
    public var restrictionsPassedOver = 0
    /// Nodes of roads that the file does not hold, as at the edge of an extract.
    public var missingNodes = 0
    /// Nodes of roads that cars cannot pass.
    public var barriers = 0
  }

  public let network: RoadNetwork
  public let report: Report

  /// Seconds that a set of traffic lights costs.
  static let lightsSeconds = 2.0

  /// - Parameter path: `.osm.pbf`, `.osm` or `.osm.gz`.
  /// - Throws: `RoadError` where the file is missing, truncated or not OpenStreetMap data, or holds no road.
  public init(contentsOf path: String) throws(RoadError) {
    try FileBytes.checkReadable(path)
    let file = OsmFile(path: path)
    let collector = OsmCollector()
    try file.read(nodes: false, into: collector)
    guard !collector.ways.isEmpty else { throw .noRoads(path) }
    collector.prepareNodes()
    try file.read(nodes: true, into: collector)
    var assembly = OsmAssembly(collector)
    assembly.run()
    network = assembly.network
    report = assembly.report
  }
}

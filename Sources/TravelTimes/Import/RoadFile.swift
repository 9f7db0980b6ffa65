/// Files that tell travel times, whichever they are.
public enum RoadFile {
  /// A road graph, to compute times on.
  case graph(RoadGraph)
  /// Times and distances that were computed already.
  case matrix(RoadMatrix)

  /// Opens a road graph, a matrix as bytes or as text, which its first bytes tell; or a folder of tables, whose
  /// graph is built, or taken from where it was kept.
  ///
  /// - Parameters:
  ///   - holding: the file is copied to memory rather than mapped.
  ///   - cache: where graphs built from tables are kept; `nil`: nowhere.
  public init(
    contentsOf path: String, holding: Bool = false, cache: RoadCache? = nil
  ) throws(RoadError) {
    guard !FileBytes.isFolder(path) else {
      self = .graph(try RoadFile.graph(of: RoadTables(path), cache))
      return
    }
    let file = try FileBytes(of: path, holding: holding)
    if MatrixBinary.isMatrix(file) {
      self = .matrix(try MatrixBinary.matrix(file, named: path))
    } else if file.bytes.prefix(8).contains(0) || file.bytes.first == UInt8(ascii: "!")
      || file.bytes.isEmpty
    {
      self = .graph(try RoadGraph(file, named: path))
    } else {
      self = .matrix(try MatrixCsv.matrix(file.array, named: path))
    }
  }

  private static func graph(
    of tables: RoadTables, _ cache: RoadCache?
  ) throws(RoadError) -> RoadGraph {
    guard let cache else { return try RoadGraph(image: tables.image(), named: tables.folder) }
    return try BuiltGraphs(folder: cache.folder).graph(of: tables)
  }

  /// All bytes of a file.
  public static func bytes(_ path: String) throws(RoadError) -> [UInt8] {
    try FileBytes(of: path).array
  }

  /// Roads from OpenStreetMap data, or from `nodes.csv` and `edges.csv` in a folder.
  ///
  /// - Parameter attribution: source and licence; where it is empty, those of OpenStreetMap, or for a folder what
  ///   its `attribution.txt` says.
  /// - Returns: the roads, and what an OpenStreetMap file held.
  public static func roads(
    _ path: String, attribution: String
  ) throws(RoadError) -> (network: RoadNetwork, report: OsmRoads.Report?) {
    guard FileBytes.isFolder(path) else {
      let roads = try OsmRoads(contentsOf: path)
      var network = roads.network
      if !attribution.isEmpty { network.attribution = attribution }
      return (network, roads.report)
    }
    return (try RoadTables(path, attribution: attribution).network(), nil)
  }
}

extension RoadMatrix {
  /// The matrix for a file of that name: as text where it ends in `.csv`, else as bytes.
  public func bytes(named path: String) -> [UInt8] {
    path.lowercased().hasSuffix(".csv") ? MatrixCsv.bytes(of: self) : MatrixBinary.bytes(of: self)
  }

  /// The part of a matrix between some places of its own, in their order.
  /// - Returns: that part, or the names that the matrix does not know.
  public func between(_ names: [String]) -> (matrix: RoadMatrix?, missing: [String]) {
    let rows = Dictionary(zip(origins, origins.indices), uniquingKeysWith: { first, _ in first })
    let columns = Dictionary(
      zip(destinations, destinations.indices), uniquingKeysWith: { first, _ in first })
    let missing = names.filter { rows[$0] == nil || columns[$0] == nil }
    guard missing.isEmpty else { return (nil, missing) }
    let places = names.map { (rows[$0] ?? 0, columns[$0] ?? 0) }
    let width = destinations.count
    let part = places.flatMap { from in places.map { costs[from.0 * width + $0.1] } }
    return (RoadMatrix(origins: names, destinations: names, costs: part), [])
  }
}

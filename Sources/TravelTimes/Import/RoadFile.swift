/// Files that tell travel times, whichever they are.
public enum RoadFile {
  /// A road graph, to compute times on.
  case graph(RoadGraph)
  /// Times and distances that were computed already.
  case matrix(RoadMatrix)

  /// Opens a road graph, or a matrix as bytes or as text; its first bytes tell which.
  public init(contentsOf path: String) throws(RoadError) {
    let start = try GraphFile.start(of: path, count: 8)
    if MatrixBinary.isMatrix(start) {
      self = .matrix(try MatrixBinary.matrix(RoadFile.bytes(path), named: path))
    } else if start.starts(with: Array("!".utf8)) || start.contains(0) || start.isEmpty {
      self = .graph(try RoadGraph(contentsOf: path))
    } else {
      self = .matrix(try MatrixCsv.matrix(RoadFile.bytes(path), named: path))
    }
  }

  /// All bytes of a file.
  public static func bytes(_ path: String) throws(RoadError) -> [UInt8] {
    let size = try GraphFile.size(of: path)
    return try GraphFile.start(of: path, count: size)
  }

  /// Roads from OpenStreetMap data, or from `nodes.csv` and `edges.csv` in a folder.
  ///
  /// - Parameter attribution: source and licence, for a folder.
  /// - Returns: the roads, and what an OpenStreetMap file held.
  public static func roads(
    _ path: String, attribution: String
  ) throws(RoadError) -> (network: RoadNetwork, report: OsmRoads.Report?) {
    guard GraphFile.isFolder(path) else {
      let roads = try OsmRoads(contentsOf: path)
      return (roads.network, roads.report)
    }
    let (nodes, edges) = (path + "/nodes.csv", path + "/edges.csv")
    let network = try CsvRoads.network(
      nodes: bytes(nodes), edges: bytes(edges), nodesName: nodes, edgesName: edges,
      attribution: attribution)
    return (network, nil)
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

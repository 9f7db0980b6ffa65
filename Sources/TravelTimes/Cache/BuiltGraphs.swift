/// Graphs built from tables, kept on disk so that nobody waits for one to be built twice: a file for each content of
/// the tables, in the folder of a `RoadCache`.
struct BuiltGraphs {
  /// Files that a folder keeps, the latest ones.
  static let mostFiles = 8

  let folder: String

  /// The graph of some tables, from disk or newly built; one that cannot be kept is built anew the next time.
  func graph(of tables: RoadTables) throws(RoadError) -> RoadGraph {
    let path = folder + "/" + tables.key + ".graph"
    // A file that is broken, or of another version of Camin, is written anew.
    if FileBytes.exists(path), let graph = try? RoadGraph(contentsOf: path) { return graph }
    let image = try tables.image()
    try? keep(image, at: path)
    return try RoadGraph(image: image, named: tables.folder)
  }

  private func keep(_ image: [UInt8], at path: String) throws(RoadError) {
    try CacheFolder.make(folder)
    try CacheFolder.locked(folder + "/graphs.lock") { () throws(RoadError) in
      try CacheFolder.replace(path, with: image)
    }
    CacheFolder.removeOldest(in: folder, suffix: ".graph", keeping: Self.mostFiles)
  }
}

/// A folder of tables that tell roads, as read: `nodes.csv`, `edges.csv`, and `attribution.txt` where it is there.
struct RoadTables {
  let folder: String
  let attribution: String
  private let nodes: [UInt8]
  private let edges: [UInt8]

  /// - Parameter attribution: source and licence; empty: what the folder says.
  init(_ folder: String, attribution: String = "") throws(RoadError) {
    self.folder = folder
    self.attribution = attribution.isEmpty ? try Self.attribution(in: folder) : attribution
    nodes = try FileBytes(of: folder + "/nodes.csv").array
    edges = try FileBytes(of: folder + "/edges.csv").array
  }

  /// What tells the content, and the way it is made a graph of, from others.
  var key: String {
    let sums = [nodes, edges, Array(attribution.utf8)].map { bytes in
      Roads.hex(bytes.withUnsafeBytes { FileHeader.sum(of: $0) })
    }
    return (sums + ["\(RoadGraphBuilder.edition)"]).joined(separator: "-")
  }

  func network() throws(RoadError) -> RoadNetwork {
    try CsvRoads.network(
      nodes: nodes, edges: edges, nodesName: folder + "/nodes.csv",
      edgesName: folder + "/edges.csv", attribution: attribution)
  }

  /// The graph's bytes.
  func image() throws(RoadError) -> [UInt8] {
    try RoadGraphBuilder(network(), named: folder).image
  }

  private static func attribution(in folder: String) throws(RoadError) -> String {
    let path = folder + "/attribution.txt"
    guard FileBytes.exists(path) else { return "" }
    let file = try FileBytes(of: path)
    // The bytes are there only as long as the file is held.
    let text = withExtendedLifetime(file) { String(decoding: file.bytes, as: UTF8.self) }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

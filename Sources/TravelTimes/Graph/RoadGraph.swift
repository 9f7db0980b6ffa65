/// A road network ready for use: its roads, their hierarchy, and a grid to find the nearest.
///
/// Opened from a file that is mapped, or from the bytes a builder made. Immutable, so any
/// number of threads may use one graph.
public final class RoadGraph: Sendable {
  /// Where the roads come from and under which licence.
  public let attribution: String
  let file: FileBytes
  let sections: GraphSections

  /// Opens a graph that `RoadGraphBuilder` wrote.
  /// - Throws: `RoadError` where the file is missing, truncated, corrupt or of another version.
  public convenience init(contentsOf path: String) throws(RoadError) {
    try self.init(FileBytes(of: path), named: path)
  }

  /// Opens a graph from its bytes.
  /// - Parameter name: what errors call it.
  public convenience init(image: [UInt8], named name: String = "graph") throws(RoadError) {
    try self.init(FileBytes(copying: image), named: name)
  }

  init(_ file: FileBytes, named name: String) throws(RoadError) {
    self.file = file
    sections = try GraphSections(file.bytes, named: name)
    attribution = String(decoding: sections.attribution, as: UTF8.self)
  }

  /// Checksum of the graph: another network has another one.
  public var fingerprint: UInt64 { sections.fingerprint }
}

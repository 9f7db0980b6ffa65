/// Where road times come from, as `--roads` or a territory's file names it: a road graph or a matrix that Camin
/// wrote, or a folder of tables (`nodes.csv`, `edges.csv`), whose graph is built in memory.
public struct RoadSource: Hashable, Sendable {
  /// As it was named.
  public let name: String
  private let path: String

  /// - Parameters:
  ///   - text: a path.
  ///   - folder: what a relative path starts from; the working folder unless given.
  public init(_ text: String, in folder: String? = nil) {
    name = text
    path = folder.map { text.hasPrefix("/") ? text : $0 + "/" + text } ?? text
  }

  /// Reads what there is to read.
  ///
  /// - Throws: `RoadError` where it is missing, broken or no road data.
  public func open() throws(RoadError) -> Roads {
    switch try RoadFile(contentsOf: path) {
    case .graph(let graph): Roads(name: name, .graph(graph))
    case .matrix(let matrix): Roads(name: name, .matrix(matrix, path: path))
    }
  }
}

/// Road times ready for use, wherever they come from.
public struct Roads: Sendable {
  enum Supply: Sendable {
    case graph(RoadGraph)
    case matrix(RoadMatrix, path: String)
    case server(ServerRoads)
  }

  /// As the source was named.
  public let name: String
  /// What tells these roads from others: `graph:` or `matrix:` and a checksum of the content, the same wherever
  /// the file lies and, for tables, as for the graph built from them under the same attribution; of a server its
  /// address and profile.
  public let fingerprint: String
  /// Where the roads come from and under which licence; empty where it is not known.
  public let attribution: String
  private let supply: Supply

  init(name: String, _ supply: Supply) {
    self.name = name
    self.supply = supply
    switch supply {
    case .graph(let graph):
      fingerprint = "graph:" + Roads.hex(graph.fingerprint)
      attribution = graph.attribution
    case .matrix(let matrix, _):
      fingerprint = "matrix:" + Roads.hex(MatrixBinary.fingerprint(of: matrix))
      attribution = ""
    case .server:
      fingerprint = name
      attribution = ""
    }
  }

  /// Times and distances between all places; pairs without a way are in it as such.
  ///
  /// - Parameter access: ways between places and road, and the terminal time of each trip. A matrix file has both in
  ///   its figures already.
  /// - Throws: `RoadError.notInMatrix` for places that a matrix file does not know, `RoadError.server` where a server
  ///   fails and its earlier answers do not suffice.
  public func matrix(
    of places: [RoadPlace], access: AccessRule = AccessRule()
  ) throws(RoadError) -> RoadAnswer {
    switch supply {
    case .graph(let graph): return RoadAnswer(matrix: graph.matrix(of: places, access: access))
    case .server(let server): return try server.matrix(of: places, access: access)
    case .matrix(let matrix, let path):
      let (part, missing) = matrix.between(places.map(\.name))
      guard let part else { throw .notInMatrix(path, places: missing) }
      return RoadAnswer(matrix: part)
    }
  }

  /// The line of the fastest way of each leg, from the point of the road nearest to its origin to the one nearest to
  /// its destination.
  ///
  /// - Returns: one entry for each leg, `nil` where there is no way; `nil` for all legs of a matrix file, which knows
  ///   no roads.
  public func lines(
    of legs: [(from: Coordinate, to: Coordinate)], access: AccessRule = AccessRule()
  ) throws(RoadError) -> [[Coordinate]?] {
    switch supply {
    case .graph(let graph):
      let finder = PathFinder(graph)
      return legs.map { leg in
        guard let start = graph.snap(leg.from, reach: access.reach),
          let end = graph.snap(leg.to, reach: access.reach)
        else { return nil }
        return finder.path(from: start, to: end, access: access)?.line
      }
    case .server(let server): return try server.lines(of: legs)
    case .matrix: return legs.map { _ in nil }
    }
  }

  static func hex(_ sum: UInt64) -> String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Where road times come from, as `--roads` or a territory's file names it.
///
/// - a road graph or a matrix that Camin wrote,
/// - a folder of tables (`nodes.csv`, `edges.csv`), whose graph is built, and kept where there is a cache,
/// - `osrm:http://127.0.0.1:5000` or `valhalla:http://127.0.0.1:8002`: a routing server, with its profile after `#` where
///   it is not `driving` or `auto`.
public struct RoadSource: Hashable, Sendable {
  private enum Place: Hashable, Sendable {
    case path(String)
    case server(ServerAddress)
    /// Meant as a server, yet not to be understood.
    case unclear
  }

  /// As it was named; a server without credentials and with its profile.
  public let name: String
  private let place: Place
  /// `nil`: each opening reads the files anew.
  private var kept: KeptRoads?

  /// - Parameters:
  ///   - text: a path, or a server.
  ///   - folder: what a relative path starts from; the working folder unless given.
  public init(_ text: String, in folder: String? = nil) {
    guard ServerAddress.isMeant(text) else {
      name = text
      place = .path(folder.map { text.hasPrefix("/") ? text : $0 + "/" + text } ?? text)
      return
    }
    let address = ServerAddress(text)
    name = address?.name ?? ServerAddress.withoutCredentials(text)
    place = address.map(Place.server) ?? .unclear
  }

  /// Whether it is a routing server rather than a file or folder.
  public var isServer: Bool {
    if case .path = place { false } else { true }
  }

  /// The file or folder that it reads; none of a server.
  public var files: [String] {
    if case .path(let path) = place { [path] } else { [] }
  }

  /// The same source, opened once for all who use it: what lives longer than one question need not read its roads
  /// for each.
  public func kept(in kept: KeptRoads) -> RoadSource {
    var source = self
    source.kept = kept
    return source
  }

  /// Reads what there is to read, unless it is kept open; a server is not asked yet.
  ///
  /// - Parameters:
  ///   - cache: what earlier answers of servers are kept in, and graphs built from tables; times on a graph are not, for
  ///     computing them takes no longer than reading what was computed.
  ///   - rules: how patient to be with a server.
  /// - Throws: `RoadError` where it is missing, broken or no road data, or names a server that cannot be understood.
  public func open(
    cache: RoadCache? = nil, rules: ServerRules = ServerRules()
  ) throws(RoadError) -> Roads {
    switch place {
    case .unclear: throw .badAddress(name)
    case .server(let address): return Roads(name: name, .server(ServerRoads(address, rules, cache)))
    case .path(let path):
      guard let kept else { return try read(path, holding: false, cache) }
      // As a key of `kept` the source must not hold it.
      var key = self
      key.kept = nil
      return try kept.roads(key, at: path, cache)
    }
  }

  /// - Parameters:
  ///   - holding: a file is copied to memory rather than mapped, so that nobody who writes over it can take it away from
  ///     those who use it.
  ///   - cache: where graphs built from tables are kept; `nil`: nowhere.
  func read(_ path: String, holding: Bool, _ cache: RoadCache?) throws(RoadError) -> Roads {
    switch try RoadFile(contentsOf: path, holding: holding, cache: cache) {
    case .graph(let graph): Roads(name: name, .graph(graph))
    case .matrix(let matrix): Roads(name: name, .matrix(matrix, path: path))
    }
  }

  public static func == (a: RoadSource, b: RoadSource) -> Bool {
    a.name == b.name && a.place == b.place
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(place)
  }
}

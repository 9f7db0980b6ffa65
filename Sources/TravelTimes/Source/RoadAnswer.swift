/// Times and distances as a source gave them.
public struct RoadAnswer: Hashable, Sendable {
  public var matrix: RoadMatrix
  /// Ordered pairs that a server was asked for now.
  public var pairsAsked: Int
  /// Ordered pairs that were known from earlier answers of the server.
  public var pairsFromCache: Int
  /// What is to be told of where the figures come from.
  public var notes: [RoadNote]

  /// The server is of no use; all figures are earlier answers of it.
  public var isFromCache: Bool {
    notes.contains { if case .serverSilent = $0 { true } else { false } }
  }

  public init(
    matrix: RoadMatrix, pairsAsked: Int = 0, pairsFromCache: Int = 0, notes: [RoadNote] = []
  ) {
    self.matrix = matrix
    self.pairsAsked = pairsAsked
    self.pairsFromCache = pairsFromCache
    self.notes = notes
  }
}

/// Something odd about where road times come from that forbids nothing.
public enum RoadNote: Hashable, Sendable {
  /// A server is of no use; all figures are earlier answers of it, some of them older than they should be.
  case serverSilent(ServerError)
  /// A file of earlier answers that is broken, and was passed over.
  case cacheIgnored(String)
  /// Answers could not be kept in this file; a value of `errno`.
  case cacheNotKept(String, code: Int32)
}

extension RoadMatrix {
  /// Places without any way, and the other pairs without one, by name; for a matrix between the same places.
  public var lost: (places: [String], pairs: [(origin: String, destination: String)]) {
    let pairs = unreachable
    let places = pairs.filter { $0.origin == $0.destination }.map(\.origin)
    let alone = Set(places)
    return (
      places, pairs.filter { !alone.contains($0.origin) && !alone.contains($0.destination) }
    )
  }
}

/// Times and distances as a source gave them.
public struct RoadAnswer: Hashable, Sendable {
  public var matrix: RoadMatrix

  public init(matrix: RoadMatrix) { self.matrix = matrix }
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

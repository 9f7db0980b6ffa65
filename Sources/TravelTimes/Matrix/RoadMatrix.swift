/// A named place to be reached by road.
public struct RoadPlace: Hashable, Sendable {
  public var name: String
  public var at: Coordinate

  public init(_ name: String, at: Coordinate) {
    self.name = name
    self.at = at
  }
}

/// Times and distances by road from origins to destinations, row-major.
public struct RoadMatrix: Hashable, Sendable {
  public let origins: [String]
  public let destinations: [String]
  let costs: [TravelCost]

  init(origins: [String], destinations: [String], costs: [TravelCost]) {
    self.origins = origins
    self.destinations = destinations
    self.costs = costs
  }

  /// Time and distance of the fastest way; `nil` where there is none.
  public subscript(_ origin: Int, _ destination: Int) -> TravelCost? {
    let cost = costs[origin * destinations.count + destination]
    return cost == .unreachable ? nil : cost
  }

  /// Pairs without a way, by name; empty where all is reachable.
  public var unreachable: [(origin: String, destination: String)] {
    costs.indices.filter { costs[$0] == .unreachable }.map {
      (origins[$0 / destinations.count], destinations[$0 % destinations.count])
    }
  }

  /// Whole seconds, row-major; `nil` where some pair has no way.
  public var wholeSeconds: [Int32]? {
    whole { Int32(clamping: (Int64($0.milliseconds) + 500) / 1000) }
  }

  /// Whole metres, row-major; `nil` where some pair has no way.
  public var wholeMetres: [Int32]? { whole { Int32(clamping: (Int64($0.decimetres) + 5) / 10) } }

  private func whole(_ round: (TravelCost) -> Int32) -> [Int32]? {
    costs.contains(.unreachable) ? nil : costs.map(round)
  }
}

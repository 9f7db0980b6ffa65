/// A named place to be reached by road.
public struct RoadPlace: Hashable, Sendable {
  /// By which times name it: an id, or what people call it.
  public var name: String
  /// What people call it.
  public var title: String
  public var at: Coordinate

  /// - Parameter title: the name unless given.
  public init(_ name: String, at: Coordinate, title: String? = nil) {
    self.name = name
    self.title = title ?? name
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

  /// A matrix between places of these names.
  ///
  /// - Parameter cost: from one place to another, by index; `nil` where there is no way.
  public init(between names: [String], cost: (Int, Int) -> TravelCost?) {
    let indices = names.indices
    self.init(
      origins: names, destinations: names,
      costs: indices.flatMap { from in indices.map { cost(from, $0) ?? .unreachable } })
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

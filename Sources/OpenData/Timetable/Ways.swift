public import TravelTimes

/// Ways on foot and by car between points, along roads where there are any.
public struct Ways: Sendable {
  public let rule: WalkRule
  private let walkRoads: Roads?
  private let driveRoads: Roads?
  private let estimate: @Sendable (_ crowMetres: Double) -> (metres: Int, seconds: Int)

  /// - Parameters:
  ///   - walkRoads: whose ways are walked; `nil`: straight lines with the rule's factor, which is better than roads that
  ///     lack the small ones.
  ///   - driveRoads: whose ways booked services drive; `nil`: estimated.
  ///   - estimate: a drive without roads.
  public init(
    _ rule: WalkRule, walkRoads: Roads? = nil, driveRoads: Roads? = nil,
    estimate: @escaping @Sendable (_ crowMetres: Double) -> (metres: Int, seconds: Int)
  ) {
    self.rule = rule
    self.walkRoads = walkRoads
    self.driveRoads = driveRoads
    self.estimate = estimate
  }

  /// Walks from a point to each of the others; `nil` where the way is longer than `most` metres.
  ///
  /// Road lengths are those of the car network, which may send a pedestrian round a one-way street: a straight line
  /// with the rule's factor counts where it is shorter and the road way is more than twice it, as over a footbridge.
  func walks(from origin: Coordinate, to others: [Coordinate], most: Double) -> [Walk?] {
    let crow = others.map { origin.crowMetres(to: $0) }
    let near = others.indices.filter { crow[$0] <= most }
    var metres = crow.map { $0 * rule.factor }
    if let matrix = Self.matrix([origin] + near.map { others[$0] }, walkRoads) {
      for (column, other) in near.enumerated() {
        guard let road = matrix(0, column + 1) else { continue }
        metres[other] = min(max(crow[other], road.metres), 2 * metres[other])
      }
    }
    return others.indices.map {
      crow[$0] <= most && metres[$0] <= most ? rule.walk(metres: metres[$0]) : nil
    }
  }

  /// Seconds by car from each origin to each destination.
  func drives(from origins: [Coordinate], to destinations: [Coordinate]) -> [[Int]] {
    let road = Self.matrix(origins + destinations, driveRoads)
    return origins.indices.map { i in
      destinations.indices.map { j in
        road?(i, origins.count + j).map { Int($0.seconds.rounded()) }
          ?? estimate(origins[i].crowMetres(to: destinations[j])).seconds
      }
    }
  }

  private static func matrix(
    _ points: [Coordinate], _ roads: Roads?
  ) -> ((Int, Int) -> (seconds: Double, metres: Double)?)? {
    guard let roads, points.count > 1 else { return nil }
    let places = points.enumerated().map { RoadPlace("\($0)", at: $1) }
    guard let answer = try? roads.matrix(of: places) else { return nil }
    let matrix = answer.matrix
    return { from, to in matrix[from, to].map { ($0.seconds, $0.metres) } }
  }
}

/// How a place off the road is reached from the nearest one.
public struct AccessRule: Hashable, Sendable {
  /// Kilometres an hour on the way between place and road.
  public var speed: Double
  /// Length of that way over the straight line.
  public var detour: Double
  /// Places farther from every road than this, in metres, count as not reachable by road.
  public var reach: Double
  /// Seconds added to every trip between different places, for setting off and parking.
  public var terminalTime: Double

  /// Small roads of a village: 32 km/h, 1.3 times the straight line, from 10 km at most.
  public init(
    speed: Double = 32, detour: Double = 1.3, reach: Double = 10_000, terminalTime: Double = 0
  ) {
    self.speed = speed
    self.detour = detour
    self.reach = reach
    self.terminalTime = terminalTime
  }

  /// No cost from place to road, as routing servers count.
  public static let free = AccessRule(speed: .infinity, detour: 0)

  func cost(crowMetres: Double) -> TravelCost {
    let metres = crowMetres * detour
    return TravelCost(seconds: metres / (speed / 3.6), metres: metres)
  }
}

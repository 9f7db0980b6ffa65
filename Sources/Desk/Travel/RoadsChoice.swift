public import TravelTimes

/// Where somebody wants travel times to come from.
public struct RoadsChoice: Sendable {
  /// A source by its name, `none` for estimates; `nil`: what the day names.
  public var source: String?
  /// What earlier answers of routing servers are kept in.
  public var cache: RoadCache?

  public init(source: String? = nil, cache: RoadCache? = nil) {
    self.source = source
    self.cache = cache
  }
}

/// Roads as an import reads them: junctions, the stretches between them, and forbidden turns.
public struct RoadNetwork: Sendable {
  /// A stretch of road between two junctions.
  public struct Stretch: Sendable {
    public var from: UInt32
    public var to: UInt32
    /// Its points in `points`, both ends included.
    public var points: Range<Int>
    /// Cost from `from` to `to`; `nil` where that way is closed.
    public var forward: TravelCost?
    /// Cost from `to` to `from`; `nil` where that way is closed.
    public var backward: TravelCost?
    /// Whether a trip may begin or end on it: not on a motorway.
    public var stopping: Bool

    public init(
      from: UInt32, to: UInt32, points: Range<Int>, forward: TravelCost?, backward: TravelCost?,
      stopping: Bool
    ) {
      self.from = from
      self.to = to
      self.points = points
      self.forward = forward
      self.backward = backward
      self.stopping = stopping
    }
  }

  /// A turn at one junction, from one stretch into another.
  public struct Turn: Hashable, Sendable {
    public var from: UInt32
    public var via: UInt32
    public var to: UInt32
    /// The only turn allowed from there; otherwise a forbidden one.
    public var only: Bool

    public init(from: UInt32, via: UInt32, to: UInt32, only: Bool) {
      self.from = from
      self.via = via
      self.to = to
      self.only = only
    }
  }

  public var junctions = 0
  public var points: [FixedPoint] = []
  public var stretches: [Stretch] = []
  public var turns: [Turn] = []
  /// Where the roads come from and under which licence, e.g. "© OpenStreetMap contributors (ODbL)".
  public var attribution = ""

  public init() {}
}

/// How fast a shift drives (R23): road times by a factor, and a buffer on each leg driven.
///
/// A shift has one pace for all of its legs, that of its slowest hour, so that no trip is planned shorter than it may take
/// whenever in the shift it falls.
public struct TravelPace: Hashable, Sendable {
  /// Of road times.
  public var factor: Double
  /// Seconds added between different places.
  public var buffer: Int

  /// Without either, road times are driven as they are.
  public init(factor: Double = 1, buffer: Int = 0) {
    self.factor = factor
    self.buffer = buffer
  }

  /// Seconds of a leg between different places, rounded up.
  ///
  /// - Parameter road: its seconds by road.
  public func seconds(_ road: Int) -> Int {
    // What a factor such as 1.1 leaves in the last bits is no second more.
    Int((Double(road) * factor - 1e-6).rounded(.up)) + buffer
  }
}

extension TravelMatrix {
  /// Seconds from one place to another at some pace.
  public func seconds(_ from: Int, _ to: Int, at pace: TravelPace) -> Int {
    from == to ? 0 : pace.seconds(seconds(from, to))
  }
}

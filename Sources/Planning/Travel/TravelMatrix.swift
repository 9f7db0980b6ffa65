/// Travel between all places of a scenario, in their order, row-major, possibly asymmetric (R22).
public struct TravelMatrix: Hashable, Sendable {
  /// Number of places.
  public let size: Int
  /// `size * size` whole seconds.
  public let seconds: [Int32]
  /// `size * size` whole metres.
  public let metres: [Int32]
  /// Estimated from straight lines rather than from a road network.
  public let approximate: Bool

  /// - Returns: `nil` where the arrays do not have `size * size` entries, none negative, and zero from
  ///   each place to itself.
  public init?(size: Int, seconds: [Int32], metres: [Int32], approximate: Bool) {
    guard seconds.count == size * size, metres.count == size * size,
      seconds.allSatisfy({ $0 >= 0 }), metres.allSatisfy({ $0 >= 0 })
    else { return nil }
    self.init(unchecked: size, seconds: seconds, metres: metres, approximate: approximate)
  }

  init(unchecked size: Int, seconds: [Int32], metres: [Int32], approximate: Bool) {
    self.size = size
    self.seconds = seconds
    self.metres = metres
    self.approximate = approximate
  }

  /// Seconds from one place to another, by index.
  public func seconds(_ from: Int, _ to: Int) -> Int { Int(seconds[from * size + to]) }

  /// Metres from one place to another, by index.
  public func metres(_ from: Int, _ to: Int) -> Int { Int(metres[from * size + to]) }
}

/// Time and distance along one path, compared by time first, then by distance.
///
/// Both share one word (milliseconds above, decimetres below), so that one addition adds both and one
/// comparison compares both. A search for least costs is thereby exact in time and, among paths of equal
/// time, in distance. Sums stay right up to 49 days and 429,000 km.
public struct TravelCost: Hashable, Comparable, Sendable, BitwiseCopyable {
  var packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  public init(milliseconds: UInt32, decimetres: UInt32) {
    packed = UInt64(milliseconds) << 32 | UInt64(decimetres)
  }

  /// Rounded to milliseconds and decimetres; negative values count as zero.
  public init(seconds: Double, metres: Double) {
    let most = Double(UInt32.max - 1)
    self.init(
      milliseconds: UInt32(min(most, max(0, (seconds * 1000).rounded()))),
      decimetres: UInt32(min(most, max(0, (metres * 10).rounded()))))
  }

  public static let zero = TravelCost(packed: 0)

  /// More than any path; never added to.
  static let unreachable = TravelCost(packed: .max)

  public var milliseconds: UInt32 { UInt32(truncatingIfNeeded: packed >> 32) }
  public var decimetres: UInt32 { UInt32(truncatingIfNeeded: packed) }
  public var seconds: Double { Double(milliseconds) / 1000 }
  public var metres: Double { Double(decimetres) / 10 }

  public static func < (a: TravelCost, b: TravelCost) -> Bool { a.packed < b.packed }

  public static func + (a: TravelCost, b: TravelCost) -> TravelCost {
    TravelCost(packed: a.packed &+ b.packed)
  }

  static func - (a: TravelCost, b: TravelCost) -> TravelCost {
    TravelCost(packed: a.packed &- b.packed)
  }

  /// The share of the cost up to a point of the way, at most the whole.
  func share(_ fraction: Double) -> TravelCost {
    TravelCost(
      milliseconds: UInt32((Double(milliseconds) * fraction).rounded()),
      decimetres: UInt32((Double(decimetres) * fraction).rounded()))
  }
}

/// `stop_times.txt` with fixed times, as flat arrays sorted by trip and sequence.
public struct StopTimes: Hashable, Sendable {
  /// No time, or no distance.
  public static let none: Int32 = .min

  /// Rows of trip `t` stand from `first[t]` up to `first[t + 1]`.
  public var first: [Int32] = [0]
  /// Position in `Feed.stops`.
  public var stop: [Int32] = []
  /// Seconds of the service day, from noon less twelve hours; filled in between time points.
  public var arrival: [Int32] = []
  public var departure: [Int32] = []
  /// `pickup_type` in the low, `drop_off_type` in the high four bits.
  public var types: [UInt8] = []

  public init() {}

  public var count: Int { stop.count }

  public func rows(of trip: Int) -> Range<Int> { Int(first[trip])..<Int(first[trip + 1]) }

  /// May be boarded without more ado, or by a call to the agency or the driver.
  public func mayBoard(_ row: Int) -> Bool { types[row] & 15 != 1 }

  public func mayAlight(_ row: Int) -> Bool { types[row] >> 4 != 1 }
}

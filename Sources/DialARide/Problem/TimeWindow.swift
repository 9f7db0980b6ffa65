/// An interval within which the service of a stop may start, in seconds since the start of the day.
public struct TimeWindow: Codable, Hashable, Sendable, BitwiseCopyable {
  /// Earliest start of service, in seconds.
  public var start: Double
  /// Latest start of service, in seconds.
  public var end: Double

  public init(_ start: Double, _ end: Double) {
    self.start = start
    self.end = end
  }

  /// The whole time axis that a `Double` day needs; used where a stop has no window of its own.
  public static let always = TimeWindow(0, 1e9)
}

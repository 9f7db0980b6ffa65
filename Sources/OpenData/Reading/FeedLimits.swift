/// How much a feed may unpack to, so that a zip bomb fills neither memory nor time.
public struct FeedLimits: Hashable, Sendable {
  /// Bytes of all files together.
  public var mostBytes: Int
  /// Unpacked over packed bytes of one file, beyond `ratioFrom` unpacked bytes: timetables shrink to a twentieth,
  /// a bomb to a thousandth.
  public var mostRatio: Int
  public var ratioFrom: Int

  public init(
    mostBytes: Int = 512 << 20, mostRatio: Int = 200, ratioFrom: Int = 16 << 20
  ) {
    self.mostBytes = mostBytes
    self.mostRatio = mostRatio
    self.ratioFrom = ratioFrom
  }
}

/// How patient a client is with a routing server.
public struct ServerRules: Hashable, Sendable {
  /// Seconds until an answer must be there as a whole.
  public var timeout: Double
  /// How often the same is asked before giving up.
  public var attempts: Int
  /// Seconds before the second attempt, doubled before each further one.
  public var pause: Double
  /// Longest pause, in seconds, that a server may ask for (`Retry-After`).
  public var longestPause: Double
  /// Bytes of an answer.
  public var largestAnswer: Int

  /// Half a minute for an answer, three attempts.
  public init(
    timeout: Double = 30, attempts: Int = 3, pause: Double = 0.5, longestPause: Double = 10,
    largestAnswer: Int = 64 << 20
  ) {
    self.timeout = timeout
    self.attempts = attempts
    self.pause = pause
    self.longestPause = longestPause
    self.largestAnswer = largestAnswer
  }
}

/// Lets requests through at a rate, with some in hand for moments when many come at once.
struct TokenBucket: Sendable {
  /// Requests a second.
  let rate: Double
  private let capacity: Double
  private var tokens: Double
  private var filledAt: ContinuousClock.Instant

  init(rate: Double, now: ContinuousClock.Instant) {
    self.rate = rate
    capacity = max(1, 2 * rate)
    tokens = capacity
    filledAt = now
  }

  /// - Returns: `nil` where the request may pass, else the seconds after which one may.
  mutating func take(at now: ContinuousClock.Instant) -> Double? {
    let passed = filledAt.duration(to: now) / .seconds(1)
    tokens = min(capacity, tokens + passed * rate)
    filledAt = now
    guard tokens < 1 else {
      tokens -= 1
      return nil
    }
    return (1 - tokens) / rate
  }
}

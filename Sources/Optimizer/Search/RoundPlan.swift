/// When a round of one island ends, and how far the whole search is.
struct RoundPlan: Sendable {
  var round: Int
  var rounds: Int
  var begin: ContinuousClock.Instant
  /// Seconds for the whole search.
  var timeLimit: Double?
  /// Iterations of this round.
  var iterations: Int?
  var isLastIsland: Bool

  /// Whether the round begins by trying to save vehicles: all islands at first, later one of them now and
  /// then, since a better solution can be a better start.
  var reducesFleet: Bool { round < 2 || isLastIsland && round % 4 == 0 && round < 16 }

  func progress(_ done: Int, at now: ContinuousClock.Instant) -> Double {
    if let iterations {
      let part = iterations > 0 ? Double(done) / Double(iterations) : 1
      return (Double(round) + part) / Double(rounds)
    }
    guard let timeLimit, timeLimit > 0 else { return 1 }
    return SetPartitioning.seconds(now - begin) / timeLimit
  }

  func goesOn(_ done: Int, at clock: ContinuousClock) -> Bool {
    if let iterations, done >= iterations { return false }
    guard let timeLimit else { return iterations != nil }
    // The clock is read every few iterations; a step takes well under a millisecond on ordinary days.
    if done & 3 != 0 { return true }
    let elapsed = SetPartitioning.seconds(clock.now - begin)
    let end = iterations == nil ? timeLimit * Double(round + 1) / Double(rounds) : timeLimit
    return elapsed < min(end, timeLimit)
  }
}

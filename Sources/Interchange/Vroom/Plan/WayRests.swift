/// Rests between the beginning of a way and the step at its end, one after the other: as little too early or too late as
/// can be, then as early as possible.
enum WayRests {
  struct Choice {
    var violation: Int
    /// Start of each rest, hundredths of a second.
    var starts: [Int]
  }

  /// - Parameters:
  ///   - from: when the way begins.
  ///   - to: when the step at its end begins.
  /// - Returns: `nil` where no times keep the bounds.
  static func best(_ rests: [StepTimes.Rest], from: Int, to: Int) -> Choice? {
    let total = rests.reduce(0) { $0 + $1.duration }
    guard from + total <= to else { return nil }
    // As in `StepTimes`: with durations taken off times may only not decrease, and bounds are enough to try.
    var offset = 0
    var offsets: [Int] = []
    var bounds: Set<Int> = [from]
    for rest in rests {
      offsets.append(offset)
      for window in rest.windows { bounds.formUnion([window.start - offset, window.end - offset]) }
      bounds.insert(rest.least - offset)
      if rest.most < .max { bounds.insert(rest.most - offset) }
      offset += rest.duration
    }
    bounds.insert(to - total)
    let candidates = bounds.filter { $0 >= from && $0 <= to - total }.sorted()
    var reached: [Choice?] = candidates.map { _ in Choice(violation: 0, starts: []) }
    for (rest, offset) in zip(rests, offsets) {
      var before: Choice?
      for (k, candidate) in candidates.enumerated() {
        if let choice = reached[k], before.map({ choice.isBetter(than: $0) }) ?? true {
          before = choice
        }
        let time = candidate + offset
        guard let before, time >= rest.least, time <= rest.most else {
          reached[k] = nil
          continue
        }
        reached[k] = Choice(
          violation: before.violation + StepTimes.violation(of: time, rest.windows),
          starts: before.starts + [time])
      }
    }
    return reached.reduce(nil) { best, choice in
      guard let choice else { return best }
      return best.map { choice.isBetter(than: $0) } ?? true ? choice : best
    }
  }
}

extension WayRests.Choice {
  fileprivate func isBetter(than other: Self) -> Bool {
    if violation != other.violation { return violation < other.violation }
    return starts.reduce(0, +) < other.starts.reduce(0, +)
  }
}

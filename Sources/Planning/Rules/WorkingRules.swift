internal import DialARide

/// Working rules of one kind of driver, as the profile in force states them (R31).
struct WorkingRules {
  /// An amplitude that a rest within it allows.
  struct LongerDay {
    let amplitude: Int
    let rest: Int
    let key: FigureKey
  }
  /// A meal at a set time of the day.
  struct Meal {
    let length: Int
    /// Hours of the clock.
    let from: ClockTime
    let until: ClockTime
    /// Due on runs that last longer.
    let dueAfter: Int
  }
  let rules: RuleBook
  let kind: RuleKind
  /// The shortest first; seconds.
  let longerDays: [LongerDay]
  let longestWork: Int?
  let driving: DrivingRule?
  let dailyRest: Int?
  let meal: Meal?

  init(_ rules: RuleBook, _ kind: RuleKind) {
    self.rules = rules
    self.kind = kind
    func seconds(_ key: FigureKey) -> Int? { rules.figure(key).map(RuleBook.seconds) }
    let longer: [(FigureKey, FigureKey)] = [
      (.amplitudeLonger(kind), .amplitudeLongerRest(kind)),
      (.amplitudeLongest(kind), .amplitudeLongestRest(kind)),
    ]
    longerDays = longer.compactMap { key, restKey in
      guard let amplitude = seconds(key), let rest = seconds(restKey) else { return nil }
      return LongerDay(amplitude: amplitude, rest: rest, key: key)
    }
    longestWork = seconds(.longestWork(kind))
    dailyRest = seconds(.dailyRest(kind))
    if let longest = seconds(.unbrokenDriving(kind)), let rest = seconds(.drivingRest(kind)) {
      let parts = [seconds(.drivingRestFirst(kind)), seconds(.drivingRestSecond(kind))]
      driving = DrivingRule(
        longest: Double(longest), rest: Double(rest),
        parts: parts.compactMap { $0.map(Double.init) })
    } else {
      driving = nil
    }
    if let length = seconds(.meal(kind)), let from = seconds(.mealFrom(kind)),
      let until = seconds(.mealUntil(kind))
    {
      meal = Meal(
        length: length, from: ClockTime(seconds: from), until: ClockTime(seconds: until),
        dueAfter: seconds(.mealDueAfter(kind)) ?? 0)
    } else {
      meal = nil
    }
  }

  /// Longest day of a paid driver with one rest of that length in it, and the figure that says so.
  func amplitude(around rest: Int) -> (seconds: Int, key: FigureKey) {
    let plain = (rules.seconds(.amplitude(kind)), FigureKey.amplitude(kind))
    return longerDays.filter { $0.rest <= rest }.map { ($0.amplitude, $0.key) }
      .reduce(plain) { $1.0 > $0.0 ? $1 : $0 }
  }
}

extension Mode {
  /// Whether the working rules of paid drivers hold.
  var isPaid: Bool { self != .volunteer }
}

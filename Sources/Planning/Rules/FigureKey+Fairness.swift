/// What weighs between volunteers besides the kilometres of the year (R38); a profile without these figures weighs nothing
/// more.
///
/// - `history_weeks`: how many weeks before the day are looked back on;
/// - `volunteer_trips`: for each trip driven in these weeks;
/// - `volunteer_early_late`: for each early or late trip driven in them, where the leg to be given is one too;
/// - `early_until`, `late_from`: hours of the clock before and from which a pick-up is early or late;
/// - `beyond_wished_hours`: for each hour outside the hours that a driver wishes for (R26), paid ones too;
/// - `volunteer_wish`: for each trip a week above what the volunteer wishes for; below it, a trip weighs as much less.
extension FigureKey {
  static let historyWeeks = history("history_weeks", .count)
  static let historyTrips = history("volunteer_trips", .amount)
  static let historyEarlyLate = history("volunteer_early_late", .amount)
  static let earlyUntil = history("early_until", .time)
  static let lateFrom = history("late_from", .time)
  static let wish = history("volunteer_wish", .amount)

  /// An hour that a run lies outside the hours that its driver wishes for (R26).
  static let beyondWishedHours = history("beyond_wished_hours", .money)

  static let histories = [
    beyondWishedHours, historyWeeks, historyTrips, historyEarlyLate, earlyUntil, lateFrom, wish,
  ]

  private static func history(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.objective, key, measure, optional: true)
  }

  /// Figures without which prices on recent trips mean nothing.
  ///
  /// - Parameter given: names of the figures that a profile of the objective states.
  static func missingForHistory(besides given: Set<String>) -> [FigureKey] {
    var needed: [FigureKey] = []
    let prices = [historyTrips, historyEarlyLate, wish]
    if (prices + [refusedLately]).contains(where: { given.contains($0.key) }) {
      needed.append(historyWeeks)
    }
    if given.contains(refusedLately.key) { needed.append(refusedMost) }
    if given.contains(historyEarlyLate.key) { needed += [earlyUntil, lateFrom] }
    return needed.filter { !given.contains($0.key) }
  }
}

extension RuleBook {
  /// Weeks before a day on which volunteers' trips weigh (R38); zero: none.
  public var historyWeeks: Int { Int(min(figure(.historyWeeks)?.value ?? 0, 520)) }

  /// Whether a pick-up at that hour is an early or a late trip (R38); no profile without the hours knows any.
  public func isEarlyOrLate(_ pickup: ClockTime) -> Bool {
    guard let early = figure(.earlyUntil).map(Self.seconds),
      let late = figure(.lateFrom).map(Self.seconds)
    else { return false }
    return pickup.seconds < early || pickup.seconds >= late
  }
}

/// Figures of the roads' profile that tell how fast is driven (R23); a profile may do without any.
///
/// - `buffer`: time added to each leg driven;
/// - `slow.NAME.from`, `slow.NAME.until`, `slow.NAME.factor`: a stretch of the day, in hours of the clock (7.5 for
///   07:30, past 24 for the night after), in which road times are longer, or shorter;
/// - `profile.NAME.factor`: road times of the vehicles of that profile: those that name it, else those of the mode that
///   is called so (`volunteer`, `tad`, `vsl`, `taxi`).
extension FigureKey {
  static let buffer = FigureKey(.roads, "buffer", .time, optional: true)

  static func slowFrom(_ name: String) -> FigureKey {
    .init(.roads, "slow.\(name).from", .time)
  }
  static func slowUntil(_ name: String) -> FigureKey {
    .init(.roads, "slow.\(name).until", .time)
  }
  static func slowFactor(_ name: String) -> FigureKey {
    .init(.roads, "slow.\(name).factor", .ratio)
  }
  static func profileFactor(_ name: String) -> FigureKey {
    .init(.roads, "profile.\(name).factor", .ratio, optional: true)
  }
}

extension RuleProfile {
  /// Stretches of the day with a pace of their own, by name, sorted.
  var slowTimes: [String] { names(after: "slow") }

  /// Vehicle profiles with a pace of their own, by name, sorted.
  var roadProfiles: [String] { names(after: "profile") }

  /// Middle parts of figures of three parts that begin with the prefix, sorted.
  func names(after prefix: String) -> [String] {
    let names = figures.keys.compactMap { key -> String? in
      let parts = key.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 3 && parts[0] == prefix && !parts[1].isEmpty ? String(parts[1]) : nil
    }
    return Set(names).sorted()
  }
}

extension RuleBook {
  /// Vehicle profiles that the rules know, sorted.
  public var roadProfiles: [String] { profile(.roads).roadProfiles }

  /// The pace of a shift: road times by the factor of the vehicle's profile and by that of the slowest hour that the
  /// shift touches.
  ///
  /// - Parameter profile: of the vehicle; empty: the one called like the mode.
  func pace(profile: String, mode: Mode, shift: DayShift, clock: PlanClock) -> TravelPace {
    let vehicle =
      figure(.profileFactor(profile.isEmpty ? mode.rawValue : profile))?.value ?? 1
    return TravelPace(
      factor: vehicle * slowest(shift, clock),
      buffer: figure(.buffer).map(Self.seconds) ?? 0)
  }

  private func slowest(_ shift: DayShift, _ clock: PlanClock) -> Double {
    let stretches = self.profile(.roads).slowTimes.map { name in
      (
        start: elapsed(.slowFrom(name), clock), end: elapsed(.slowUntil(name), clock),
        factor: self[.slowFactor(name)]
      )
    }.filter { $0.start < shift.end && shift.start < $0.end }
    var covered = shift.start
    for stretch in stretches.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) })
    where stretch.start <= covered {
      covered = max(covered, stretch.end)
    }
    let factors = stretches.map(\.factor)
    // What lies in no stretch is driven as the roads say.
    return covered < shift.end ? max(1, factors.max() ?? 1) : factors.max() ?? 1
  }

  /// Where the clock jumps over the time, the moment it would be without the jump.
  private func elapsed(_ key: FigureKey, _ clock: PlanClock) -> Int {
    let time = ClockTime(seconds: seconds(key))
    return clock.elapsed(time) ?? time.seconds
  }
}

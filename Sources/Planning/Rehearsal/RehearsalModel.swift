/// How days turn out otherwise than planned, in numbers: what a rehearsal draws from (R49).
///
/// Times on the road and at stops are the planned ones times `exp(spread × Z)` with Z normal, so that the plan's own time is
/// the median; spreads add up as variances. Read from the profile of kind `rehearsal` in force, whose figures say what
/// they rest on.
public struct RehearsalModel: Hashable, Sendable {
  /// A stretch of the day whose ways are slow or quick together.
  public struct Band: Hashable, Sendable {
    /// Elapsed seconds.
    public var start: Int
    public var end: Int
    public var spread: Double

    public init(start: Int, end: Int, spread: Double) {
      self.start = start
      self.end = end
      self.spread = spread
    }
  }

  /// How late care, or whatever else, ends: with some chance, by `least` and an exponential beyond it.
  public struct LateEnd: Hashable, Sendable {
    public var chance: Double
    /// Seconds.
    public var least: Double
    public var mean: Double

    public init(chance: Double, least: Double, mean: Double) {
      self.chance = chance
      self.least = least
      self.mean = mean
    }
  }

  public var travelDay = 0.0
  public var travelLeg = 0.0
  public var bands: [Band] = []
  public var service = 0.0
  /// Of estimated ends that nothing else is said of.
  public var anyCare = LateEnd(chance: 0, least: 0, mean: 0)
  /// By kind of place or purpose of bookings.
  public var care: [String: LateEnd] = [:]
  public var careStatedShare = 0.0
  public var careCarriedShare = 0.0
  public var noShowChance = 0.0
  /// Seconds.
  public var noShowWait = 0.0
  public var refusedChance = 0.0
  /// Seconds.
  public var refusedTime = 0.0
  /// Seconds that a driver of a mode waits for a late rider; a mode that is not named waits for ever.
  public var riderWait: [Mode: Double] = [:]
  /// No stop is left earlier than planned.
  public var leavesAsPlanned = false
  /// Chance of being on time that a connection is to have.
  public var target = 0.95
  /// Euros that one late rider fewer may cost.
  public var latePrice = 0.0

  /// Days that turn out as planned.
  public init() {}

  /// The figures in force for a day.
  public init(_ day: Day) {
    let rules = day.rules
    let profile = rules.profile(.rehearsal)
    travelDay = rules[.travelDay]
    travelLeg = rules[.travelLeg]
    service = rules[.serviceSpread]
    bands = profile.bands.map { name in
      func elapsed(_ key: FigureKey) -> Int {
        let time = ClockTime(seconds: rules.seconds(key))
        return day.clock.elapsed(time) ?? time.seconds
      }
      return Band(
        start: elapsed(.bandFrom(name)), end: elapsed(.bandUntil(name)),
        spread: rules[.bandSpread(name)])
    }
    func lateEnd(_ name: String) -> LateEnd {
      LateEnd(
        chance: rules[.careChance(name)], least: Double(rules.seconds(.careLeast(name))),
        mean: Double(rules.seconds(.careMean(name))))
    }
    anyCare = lateEnd(FigureKey.anyCare)
    for name in profile.careNames { care[name] = lateEnd(name) }
    careStatedShare = rules[.careStatedShare]
    careCarriedShare = rules[.careCarriedShare]
    noShowChance = rules[.noShowChance]
    noShowWait = Double(rules.seconds(.noShowWait))
    refusedChance = rules[.refusedChance]
    refusedTime = Double(rules.seconds(.refusedTime))
    for mode in Mode.allCases { riderWait[mode] = Double(rules.seconds(.riderWait(mode))) }
    leavesAsPlanned = rules.isSet(.leaveAsPlanned)
    target = rules[.punctualityTarget]
    latePrice = rules[.latePrice]
  }

  /// How late the rider of a leg is let go.
  ///
  /// A stated end of care, and a later leg from a place or for a purpose that the figures name; nobody comes late for a
  /// first leg from home.
  func lateEnd(of leg: DayLeg, in day: Day) -> LateEnd? {
    let stated: Int?
    if case .release(_, let spread) = leg.leg.anchor { stated = spread } else { stated = nil }
    guard leg.position > 0 || stated != nil else { return nil }
    let kind = day.scenario.places[leg.from].kind
    let named = care[kind] ?? care[leg.booking.purpose]
    guard var end = named ?? (stated == nil ? nil : anyCare) else { return nil }
    if let stated, stated > 0 { end.mean = Double(stated) * careStatedShare }
    return end
  }

  /// Number of the band that a moment lies in; `nil`: none. The first of several.
  func band(at elapsed: Int) -> Int? {
    bands.firstIndex { $0.start <= elapsed && elapsed < $0.end }
  }
}

/// What one plan, or several, come to in numbers that add up over runs, modes and days (R62).
public struct ImpactTotals: Hashable, Sendable {
  /// The runs of one mode.
  public struct ModeTotals: Hashable, Sendable {
    public var runs = 0
    /// Legs served, and those among them with another rider on board for part of the way.
    public var legs = 0
    public var sharedLegs = 0
    /// Metres from start to end of the runs; those with a rider on board; and each rider's own added up.
    public var metres = 0
    public var loadedMetres = 0
    public var riderMetres = 0
    /// Metres of the direct ways of the legs served.
    public var directMetres = 0
    /// Empty metres between home and the first or last rider, for volunteers alone.
    public var homeMetres = 0
    /// Seconds.
    public var driving = 0
    public var waiting = 0
    /// Euros, as the plan states them.
    public var cost = 0.0

    public init() {}

    public var emptyMetres: Int { metres - loadedMetres }

    public static func += (a: inout Self, b: Self) {
      a.runs += b.runs
      a.legs += b.legs
      a.sharedLegs += b.sharedLegs
      a.metres += b.metres
      a.loadedMetres += b.loadedMetres
      a.riderMetres += b.riderMetres
      a.directMetres += b.directMetres
      a.homeMetres += b.homeMetres
      a.driving += b.driving
      a.waiting += b.waiting
      a.cost += b.cost
    }
  }

  public var days = 0
  public var bookings = 0
  public var servedBookings = 0
  /// Legs asked for, and those of them not served, by the offer that would take them today (`OfferSplit`).
  public var asked: [Offer: Int] = [:]
  public var unserved: [Offer: Int] = [:]
  /// Legs that somebody outside the scheme drives, and euros paid for them (R33): neither served nor unserved.
  public var outsideLegs = 0
  public var outsideCost = 0.0
  /// Legs not served, by the first reason told for their booking; the empty key: none is told.
  public var unservedByReason: [String: Int] = [:]
  /// Every mode.
  public var modes: [Mode: ModeTotals]
  /// By leg served: time on board over the direct ride's, and metres beyond the direct way.
  public var rideRatios: [Double] = []
  public var detours: [Double] = []
  /// Seconds from arrival to the appointment, and from the wish or the end of care to the pick-up, by leg served.
  public var waitsBefore: [Double] = []
  public var waitsAfter: [Double] = []
  /// Metres from home back to home, by territory and volunteer there on one of the days; zero where not asked to drive.
  public var volunteers: [String: Int] = [:]
  /// Rules broken that no decision of the coordinator lifts, as far as the plans were judged.
  public var brokenRules = 0

  public init() { modes = Dictionary(uniqueKeysWithValues: Mode.allCases.map { ($0, .init()) }) }

  /// All modes together.
  public var all: ModeTotals {
    modes.values.reduce(into: ModeTotals()) { $0 += $1 }
  }

  public subscript(mode: Mode) -> ModeTotals { modes[mode] ?? ModeTotals() }

  public var legs: Int { asked.values.reduce(0, +) }
  public var unservedLegs: Int { unserved.values.reduce(0, +) }
  public var servedLegs: Int { legs - unservedLegs - outsideLegs }

  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.days += b.days
    sum.bookings += b.bookings
    sum.servedBookings += b.servedBookings
    sum.asked.merge(b.asked, uniquingKeysWith: +)
    sum.unserved.merge(b.unserved, uniquingKeysWith: +)
    sum.outsideLegs += b.outsideLegs
    sum.outsideCost += b.outsideCost
    sum.unservedByReason.merge(b.unservedByReason, uniquingKeysWith: +)
    for mode in Mode.allCases { sum.modes[mode, default: .init()] += b[mode] }
    sum.rideRatios += b.rideRatios
    sum.detours += b.detours
    sum.waitsBefore += b.waitsBefore
    sum.waitsAfter += b.waitsAfter
    sum.volunteers.merge(b.volunteers, uniquingKeysWith: +)
    sum.brokenRules += b.brokenRules
    return sum
  }
}

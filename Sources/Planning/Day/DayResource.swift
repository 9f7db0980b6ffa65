/// A stretch of the day in which a resource is there, elapsed seconds.
public struct DayShift: Hashable, Sendable {
  public var start: Int
  public var end: Int
  public var pace = TravelPace()
  /// Place index where the work of these hours ends; `nil`: where the resource's does.
  public var endPlace: Int?
  /// Hours that the driver would rather keep to, elapsed seconds; `nil`: from the start, until the end (R26).
  public var wishedStart: Int?
  public var wishedEnd: Int?

  /// Seconds of a run that lie before or after the wished hours.
  func secondsOutside(from departure: Int, to arrival: Int) -> Int {
    max(0, (wishedStart ?? start) - departure) + max(0, arrival - (wishedEnd ?? end))
  }
}

/// A volunteer or fleet vehicle on the plan's date, with the profile's limits filled in.
public struct DayResource: Sendable {
  public let id: String
  public let mode: Mode
  public let carrier: String
  /// Place indices.
  public let start: Int
  public let end: Int
  public let layouts: [SeatLayout]
  public let layoutPerTrip: Bool
  public let needsAccepted: Set<String>
  /// Metres as the crow flies around the start; `nil`: no limit.
  public let radius: Int?
  public let zones: Set<String>
  public let ridersRefused: Set<String>
  public let ridersPreferred: Set<String>
  public let breaks: [DriverBreak]
  /// Seconds on duty; of a paid driver from the first start to the last end of the day, time at base included.
  public let longestDuty: Int
  /// `longestDuty` is stated for the vehicle: no longer rest makes a longer day of it.
  public var statesDuty = false
  /// When the driver ended the day before, elapsed seconds, as a rule negative; `nil`: unknown.
  public var lastEnd: Int?
  /// Metres today, the year's remainder included; `nil`: no limit.
  public let longestMetres: Int?
  /// What the year's limit leaves, metres; `nil`: no limit.
  public let yearLeft: Int?
  public let mostTrips: Int?
  /// Seconds of a single wait; `nil`: no limit.
  public let longestWait: Int?
  public let mayGoHome: Bool
  /// Euros.
  public let fixedCost: Double
  public let costPerMetre: Double
  /// Paid per second driving, serving and waiting.
  public let costPerSecond: Double
  /// Weighs on the search alone, per second of waiting; no money is paid.
  public let waitValue: Double
  public let closed: Bool
  public let kilometresThisYear: Double
  /// Shifts of the day, ascending, disjoint; empty where the resource is not there.
  public let shifts: [DayShift]
  /// Where the service meets its riders (R24).
  public var meeting = MeetingRule.door
  /// What a volunteer has driven lately, and how many trips a week he or she wishes for (R38).
  public var recentTrips = RecentTrips()
  public var tripsWishedAWeek: Double?

  /// Place index where a shift ends.
  func end(ofShift shift: Int) -> Int { shifts[shift].endPlace ?? end }
}

extension Mode {
  /// The kind of rule that a mode's working times stand under.
  var ruleKind: RuleKind {
    switch self {
    case .volunteer: .volunteer
    case .tad: .tad
    case .vsl: .vsl
    case .taxi: .taxi
    }
  }

  /// The kind of rule that tolerances and ride times of riders without prescription stand under: a taxi or
  /// VSL that carries them works for the demand-responsive service.
  var ridingKind: RuleKind { self == .volunteer ? .volunteer : .tad }
}

/// When a driver or vehicle is there (R26): a weekly pattern, and dated exceptions that win over it.
public struct Availability: Codable, Hashable, Sendable {
  /// On which days the row holds.
  public enum Days: Codable, Hashable, Sendable {
    case everyDay
    case weekday(Weekday)
    case date(PlanDate)
  }
  /// Id of the volunteer or vehicle.
  public var resource: String
  public var days: Days
  /// `nil`: absent all day.
  public var window: ClockWindow?
  /// When the driver ended the day before, by that day's clock (R31): the first start comes the daily rest later.
  public var lastEnd: ClockTime?
  /// Place id where the work of these hours ends, such as where a vehicle has broken down; empty: home or depot.
  public var endPlace: String
  /// Hours within the window that the driver would rather keep to: outside of them a run costs more; `nil`: the window's
  /// own begin and end.
  public var wishedStart: ClockTime?
  public var wishedEnd: ClockTime?

  public init(
    resource: String, days: Days, window: ClockWindow?, lastEnd: ClockTime? = nil,
    endPlace: String = "", wishedStart: ClockTime? = nil, wishedEnd: ClockTime? = nil
  ) {
    self.resource = resource
    self.days = days
    self.window = window
    self.lastEnd = lastEnd
    self.endPlace = endPlace
    self.wishedStart = wishedStart
    self.wishedEnd = wishedEnd
  }
}

/// What a vehicle can carry, by capacity dimension (`seat`, `wheelchair`, `folded`, `child_seat`, `animal`).
public typealias SeatLayout = [String: Int]

/// A volunteer driver with the own car (R27). Starts and ends at home.
public struct Volunteer: Codable, Hashable, Sendable {
  public var id: String
  /// Place id.
  public var home: String
  public var layouts: [SeatLayout]
  /// Limits of the day; `nil`: the profile's.
  public var mostTrips: Int?
  public var longestKilometres: Double?
  /// Longest time on duty, seconds.
  public var longestDuty: Int?
  /// How far from home, as the crow flies, pick-ups and set-downs may lie, kilometres.
  public var radiusKilometres: Double?
  /// Longest wait at a destination, seconds.
  public var longestWait: Int?
  /// Kilometres driven this year so far, and the most the volunteer offers a year.
  public var kilometresThisYear: Double
  public var mostKilometresAYear: Double?
  /// Trips driven in the weeks before the day, as many as the rules of the objective look back on (R38), and those of
  /// them that were early or late.
  public var tripsLately: Int
  public var earlyLateTripsLately: Int
  /// How many trips a week the volunteer would like to drive; `nil`: no matter.
  public var wishedTripsAWeek: Double?
  /// Need codes that the volunteer can take.
  public var needsAccepted: [String]
  public var ridersRefused: [String]
  public var ridersPreferred: [String]
  /// Stays away from home between an outward trip and the return only if needed (R28).
  public var mayGoHome: Bool

  public init(
    id: String, home: String, layouts: [SeatLayout] = [["seat": 3]], mostTrips: Int? = nil,
    longestKilometres: Double? = nil, longestDuty: Int? = nil, radiusKilometres: Double? = nil,
    longestWait: Int? = nil, kilometresThisYear: Double = 0, mostKilometresAYear: Double? = nil,
    tripsLately: Int = 0, earlyLateTripsLately: Int = 0, wishedTripsAWeek: Double? = nil,
    needsAccepted: [String] = [], ridersRefused: [String] = [], ridersPreferred: [String] = [],
    mayGoHome: Bool = true
  ) {
    self.id = id
    self.home = home
    self.layouts = layouts
    self.mostTrips = mostTrips
    self.longestKilometres = longestKilometres
    self.longestDuty = longestDuty
    self.radiusKilometres = radiusKilometres
    self.longestWait = longestWait
    self.kilometresThisYear = kilometresThisYear
    self.mostKilometresAYear = mostKilometresAYear
    self.tripsLately = tripsLately
    self.earlyLateTripsLately = earlyLateTripsLately
    self.wishedTripsAWeek = wishedTripsAWeek
    self.needsAccepted = needsAccepted
    self.ridersRefused = ridersRefused
    self.ridersPreferred = ridersPreferred
    self.mayGoHome = mayGoHome
  }
}

/// A meal or working-time break of a driver.
public struct DriverBreak: Codable, Hashable, Sendable {
  public var window: ClockWindow
  /// Seconds.
  public var duration: Int
  /// Due only on routes longer than this, seconds.
  public var dueAfter: Int

  public init(window: ClockWindow, duration: Int, dueAfter: Int = 0) {
    self.window = window
    self.duration = duration
    self.dueAfter = dueAfter
  }
}

/// A vehicle with a paid driver: TAD, VSL or conventioned taxi.
public struct FleetVehicle: Codable, Hashable, Sendable {
  public var id: String
  public var mode: Mode
  /// Firm or service, for carrier choice and reports.
  public var carrier: String
  /// Place ids.
  public var start: String
  public var end: String
  public var layouts: [SeatLayout]
  /// The layout may change whenever the vehicle is empty.
  public var layoutPerTrip: Bool
  public var breaks: [DriverBreak]
  /// Longest time on duty, seconds; `nil`: the profile's.
  public var longestDuty: Int?
  /// Euros.
  public var fixedCost: Double
  public var costPerKilometre: Double
  public var costPerHour: Double
  /// TAD zones served; empty: everywhere. Both ends of a leg must lie in one of them.
  public var zones: [String]
  public var closedOnHolidays: Bool
  /// Need codes that the vehicle takes.
  public var needsAccepted: [String]
  /// How fast it drives: a vehicle profile of the roads' rules (R23); empty: the one called like the mode, if any.
  public var roadProfile: String
  /// Where the service meets its riders (R24).
  public var meeting: MeetingRule

  public init(
    id: String, mode: Mode, carrier: String = "", start: String, end: String,
    layouts: [SeatLayout], layoutPerTrip: Bool = false, breaks: [DriverBreak] = [],
    longestDuty: Int? = nil, fixedCost: Double = 0, costPerKilometre: Double = 0,
    costPerHour: Double = 0, zones: [String] = [], closedOnHolidays: Bool = false,
    needsAccepted: [String] = [], roadProfile: String = "", meeting: MeetingRule = .door
  ) {
    self.id = id
    self.mode = mode
    self.carrier = carrier
    self.start = start
    self.end = end
    self.layouts = layouts
    self.layoutPerTrip = layoutPerTrip
    self.breaks = breaks
    self.longestDuty = longestDuty
    self.fixedCost = fixedCost
    self.costPerKilometre = costPerKilometre
    self.costPerHour = costPerHour
    self.zones = zones
    self.closedOnHolidays = closedOnHolidays
    self.needsAccepted = needsAccepted
    self.roadProfile = roadProfile
    self.meeting = meeting
  }
}

/// What the coordinator has already decided (R41).
public struct PlanLock: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// This leg is driven by this resource.
    case assign
    /// This leg is never driven by this resource (a volunteer declined).
    case forbid
    /// The rider was told this pick-up time (R42): it moves by no more than the profile's promise.
    case promise
    /// This resource picks up these trips in the order of the rows; others may come in between.
    case order
    /// The run that the published plan gives this resource is not touched.
    case freeze
  }
  /// Id of a leg, or of a booking for all its legs; for promises of a leg; empty for a frozen run.
  public var trip: String
  /// Id of a volunteer or vehicle; empty for promises.
  public var resource: String
  public var kind: Kind
  /// The pick-up time told; for promises alone.
  public var time: ClockTime?

  public init(trip: String, resource: String, kind: Kind, time: ClockTime? = nil) {
    self.trip = trip
    self.resource = resource
    self.kind = kind
    self.time = time
  }
}

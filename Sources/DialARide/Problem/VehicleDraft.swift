/// A rest that a driver must take within a shift, at whatever place the vehicle is then.
public struct BreakDraft: Codable, Hashable, Sendable {
  /// Windows for the start of the break, ascending and disjoint.
  public var windows: [TimeWindow]
  /// Length of the break, seconds.
  public var duration: Double
  /// The break is due only if the route lasts longer than this, seconds; zero: on every route driven.
  public var dueAfter: Double
  /// The break may be taken with riders on board.
  public var allowedOnBoard: Bool
  /// Greatest load on board while the break is taken, one entry a capacity dimension; `nil`: any.
  public var mostLoad: [Int]?

  public init(
    windows: [TimeWindow], duration: Double, dueAfter: Double = 0, allowedOnBoard: Bool = false,
    mostLoad: [Int]? = nil
  ) {
    self.windows = windows
    self.duration = duration
    self.dueAfter = dueAfter
    self.allowedOnBoard = allowedOnBoard
    self.mostLoad = mostLoad
  }
}

/// How long a driver may drive without a rest, and what is one.
public struct DrivingRule: Codable, Hashable, Sendable {
  /// Longest time driven between two rests, or before the first or after the last, seconds.
  public var longest: Double
  /// A break of the vehicle, or a stay at base, is a rest from this length on, seconds.
  public var rest: Double
  /// Shorter breaks and stays that together are one rest if taken in this order, seconds each; empty: none are.
  public var parts: [Double]

  public init(longest: Double, rest: Double, parts: [Double] = []) {
    self.longest = longest
    self.rest = rest
    self.parts = parts
  }
}

/// How long a seat layout, once chosen, stays.
public enum LayoutScope: String, Codable, Sendable {
  /// One layout for the whole route.
  case route
  /// The layout may change whenever the vehicle is empty.
  case trip
}

/// What it costs to send a vehicle out for few; each request counts as its `RequestDraft.headcount` says.
public struct FewRequests: Codable, Hashable, Sendable {
  /// Number from which on it costs nothing.
  public var least: Int
  /// Cost of each one that a used vehicle serves less, in the problem's cost unit.
  public var cost: Double

  public init(least: Int, cost: Double) {
    self.least = least
    self.cost = cost
  }

  /// What a route that serves so many costs besides; one that serves no request is not driven and costs nothing.
  public func cost(of heads: Int) -> Double { Double(max(0, least - heads)) * cost }
}

/// One vehicle and its driver, available over one shift.
public struct VehicleDraft: Codable, Hashable, Sendable {
  /// Name of the vehicle in files and messages; a pseudonym.
  public var id: String
  /// Location where the route starts; `nil`: at its first stop.
  public var start: Int?
  /// Location where the route ends; `nil`: at its last stop.
  public var end: Int?
  /// The route departs and arrives within this window.
  public var shift: TimeWindow
  /// Hours outside of which the shift costs more; `nil`: none.
  public var preferredHours: PreferredHours?
  public var breaks: [BreakDraft]
  /// Breaks are taken anywhere on the way to the next stop; `nil` or false: where the vehicle stands.
  public var restsOnTheWay: Bool?
  /// Alternative capacities, each one entry a dimension; one of them must hold the load.
  public var layouts: [[Int]]
  public var layoutScope: LayoutScope
  /// Longest time on duty, seconds: from departure to arrival, less the time spent at base between tours.
  public var longestDuration: Double?
  /// Longest distance driven, metres.
  public var longestDistance: Double?
  /// Longest time driven, seconds.
  public var longestDriving: Double?
  /// How long may be driven without a rest; `nil`: as long as one likes.
  public var unbrokenDriving: DrivingRule?
  /// Greatest number of trips: maximal stretches with somebody on board.
  public var mostTrips: Int?
  /// Greatest number of requests served.
  public var mostRequests: Int?
  /// What is paid where the vehicle is used for few requests; part of `CostBreakdown.preferences`; `nil`: nothing.
  public var fewRequests: FewRequests?
  /// Greatest number of pickups and deliveries made.
  public var mostStops: Int?
  /// Which entry of `StopDraft.extraService` and `arrivalSetup` holds for the vehicle; `nil`: the first.
  public var serviceKind: Int?
  /// Longest single wait with nobody on board and away from base, seconds.
  public var longestIdle: Double?
  /// Longest single wait with somebody on board, seconds.
  public var longestIdleOnBoard: Double?
  /// When empty, the vehicle may go back to its start location between two tours: waiting there is free
  /// and counts neither as idling nor as time on duty. Needs a start location.
  public var mayReturnToBase: Bool
  /// Paid once if the vehicle is used.
  public var fixedCost: Double
  public var costPerMetre: Double
  public var costPerSecondDriven: Double
  /// Paid for waiting anywhere but at base.
  public var costPerSecondWaiting: Double
  /// Which of the problem's travel matrices the vehicle uses.
  public var matrix: Int
  /// `setupTimes[a][b]`: seconds added to the service of a pickup of set-up class b made with an empty
  /// vehicle whose last load was of class a; empty: no set-up.
  public var setupTimes: [[Double]]

  public init(
    id: String, start: Int?, end: Int?, shift: TimeWindow = .always, breaks: [BreakDraft] = [],
    layouts: [[Int]] = [], layoutScope: LayoutScope = .route, longestDuration: Double? = nil,
    longestDistance: Double? = nil, longestDriving: Double? = nil, mostTrips: Int? = nil,
    mostRequests: Int? = nil, longestIdle: Double? = nil, longestIdleOnBoard: Double? = nil,
    mayReturnToBase: Bool = false, fixedCost: Double = 0, costPerMetre: Double = 0,
    costPerSecondDriven: Double = 0, costPerSecondWaiting: Double = 0, matrix: Int = 0,
    setupTimes: [[Double]] = [], unbrokenDriving: DrivingRule? = nil, mostStops: Int? = nil,
    serviceKind: Int? = nil, restsOnTheWay: Bool? = nil, fewRequests: FewRequests? = nil,
    preferredHours: PreferredHours? = nil
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.shift = shift
    self.preferredHours = preferredHours
    self.breaks = breaks
    self.restsOnTheWay = restsOnTheWay
    self.layouts = layouts
    self.layoutScope = layoutScope
    self.longestDuration = longestDuration
    self.longestDistance = longestDistance
    self.longestDriving = longestDriving
    self.mostTrips = mostTrips
    self.mostRequests = mostRequests
    self.mostStops = mostStops
    self.fewRequests = fewRequests
    self.serviceKind = serviceKind
    self.longestIdle = longestIdle
    self.longestIdleOnBoard = longestIdleOnBoard
    self.mayReturnToBase = mayReturnToBase
    self.fixedCost = fixedCost
    self.costPerMetre = costPerMetre
    self.costPerSecondDriven = costPerSecondDriven
    self.costPerSecondWaiting = costPerSecondWaiting
    self.matrix = matrix
    self.setupTimes = setupTimes
    self.unbrokenDriving = unbrokenDriving
  }
}

/// Vehicles that one person drives in turn (a volunteer with a morning and an evening shift), with limits
/// that hold for all of them together. Shifts of a crew must not overlap.
public struct CrewDraft: Codable, Hashable, Sendable {
  public var id: String
  /// Indices of the vehicles.
  public var vehicles: [Int]
  public var longestDuration: Double?
  public var longestDistance: Double?
  public var mostTrips: Int?

  public init(
    id: String, vehicles: [Int], longestDuration: Double? = nil, longestDistance: Double? = nil,
    mostTrips: Int? = nil
  ) {
    self.id = id
    self.vehicles = vehicles
    self.longestDuration = longestDuration
    self.longestDistance = longestDistance
    self.mostTrips = mostTrips
  }
}

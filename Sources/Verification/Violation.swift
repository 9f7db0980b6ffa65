/// One rule that a solution breaks, as data; the words for it are found elsewhere.
public struct Violation: Codable, Hashable, Sendable {
  /// The rules of the house. Raw values are stable: files and translations refer to them.
  public enum Rule: String, Codable, Hashable, Sendable, CaseIterable {
    /// A route names a vehicle that does not exist.
    case unknownVehicle = "unknown-vehicle"
    /// Two routes name the same vehicle.
    case vehicleTwice = "vehicle-twice"
    /// A route names a stop that does not exist, or a break or base visit of another vehicle.
    case unknownStop = "unknown-stop"
    /// A pickup, delivery or break is made more than once.
    case stopTwice = "stop-twice"
    /// A route makes one stop of a ride without the other.
    case halfServed = "half-served"
    /// A delivery comes before its pickup.
    case pickupAfterDelivery = "pickup-after-delivery"
    /// The list of unserved requests is not exactly all forms of the demands without a stop, ascending.
    case unservedList = "unserved-list"
    /// A demand that must be served is not.
    case mandatoryUnserved = "mandatory-unserved"
    /// The schedule does not give one finite time for each stop.
    case scheduleShape = "schedule-shape"
    /// An arrival is not the end of the stop before plus the travel time.
    case travel = "travel"
    /// Service starts before the vehicle arrives.
    case startBeforeArrival = "start-before-arrival"
    /// An end is not the start plus the service time.
    case service = "service"
    /// An end leaves out (or exceeds) a set-up time.
    case setup = "setup"
    /// The route departs before or arrives after the shift.
    case shift = "shift"
    /// Service starts outside of the stop's windows.
    case window = "window"
    /// A route without a schedule cannot have one.
    case unschedulable = "unschedulable"
    /// What needs times, or too much search, and cannot be judged without a schedule.
    case unjudged = "unjudged"
    case rideTime = "ride-time"
    case detour = "detour"
    case capacity = "capacity"
    case rideAlone = "ride-alone"
    case mixing = "mixing"
    case apart = "apart"
    /// A request rides in a vehicle that may not serve it.
    case eligibility = "eligibility"
    /// A break that is due is not taken.
    case breakMissing = "break-missing"
    case breakOnBoard = "break-on-board"
    /// The vehicle passes its base though it may not, or not empty.
    case baseVisit = "base-visit"
    case longestDuration = "longest-duration"
    case longestDistance = "longest-distance"
    case longestDriving = "longest-driving"
    /// Too long driven without a rest.
    case unbrokenDriving = "unbroken-driving"
    case mostTrips = "most-trips"
    /// Too many requests, or stops.
    case mostRequests = "most-requests"
    case longestIdle = "longest-idle"
    case longestIdleOnBoard = "longest-idle-on-board"
    case crewDuration = "crew-duration"
    case crewDistance = "crew-distance"
    case crewTrips = "crew-trips"
    /// More than one form of a demand is served.
    case severalForms = "several-forms"
    /// Some, but not all demands of a group are served.
    case linkTogether = "link-together"
    case linkRequires = "link-requires"
    case linkSameVehicle = "link-same-vehicle"
    case linkGap = "link-gap"
    /// A request rides in another vehicle than the one it is locked to.
    case lockVehicle = "lock-vehicle"
    /// A request rides in a vehicle that a lock keeps it out of.
    case lockForbidden = "lock-forbidden"
    /// A vehicle does not make the stops of its order lock in that order.
    case lockOrder = "lock-order"
    case lockTime = "lock-time"
    /// A frozen route has been changed.
    case lockFrozen = "lock-frozen"
  }

  /// What `value` and `limit` are measured in.
  public enum Unit: String, Codable, Hashable, Sendable {
    case seconds, metres
    /// Numbers of things, and loads.
    case count
  }

  public var rule: Rule
  /// Index of the vehicle, as the route names it.
  public var vehicle: Int?
  /// Indices of the requests concerned.
  public var requests: [Int]
  /// Index into the route's stops; the number of stops stands for the end of the route.
  public var stop: Int?
  /// What was found.
  public var value: Double?
  /// What it should have been: a limit, or the one right value.
  public var limit: Double?
  public var unit: Unit?
  /// A lock demanded it: a person has decided so, and the solution rightly obeys.
  public var obeysLock: Bool

  public init(
    _ rule: Rule, vehicle: Int? = nil, requests: [Int] = [], stop: Int? = nil,
    value: Double? = nil, limit: Double? = nil, unit: Unit? = nil, obeysLock: Bool = false
  ) {
    self.rule = rule
    self.vehicle = vehicle
    self.requests = requests
    self.stop = stop
    self.value = value
    self.limit = limit
    self.unit = unit
    self.obeysLock = obeysLock
  }
}

/// One visit of a request, as it is written down before the problem is built.
public struct StopDraft: Codable, Hashable, Sendable {
  /// Row and column of the stop in every travel matrix.
  public var location: Int
  /// Time spent at the stop once service starts, in seconds.
  public var serviceTime: Double
  /// Windows for the start of service, ascending and disjoint; empty means at any time.
  public var windows: [TimeWindow]
  /// Start of service after which lateness is charged (the request's `latenessCost`); `nil`: never.
  public var dueTime: Double?
  /// Start of service before which earliness is charged (the request's `earlinessCost`); `nil`: never.
  public var readyTime: Double?
  /// What is added to `serviceTime` in a vehicle, by its `serviceKind`, seconds; `nil`: nothing.
  public var extraService: [Double]?
  /// What is added besides where the vehicle comes from another place, by its `serviceKind`, seconds; `nil`: nothing.
  public var arrivalSetup: [Double]?

  public init(
    location: Int, serviceTime: Double = 0, windows: [TimeWindow] = [], dueTime: Double? = nil,
    extraService: [Double]? = nil, arrivalSetup: [Double]? = nil, readyTime: Double? = nil
  ) {
    self.location = location
    self.serviceTime = serviceTime
    self.windows = windows
    self.dueTime = dueTime
    self.extraService = extraService
    self.arrivalSetup = arrivalSetup
    self.readyTime = readyTime
  }
}

/// A wish to be carried from a pickup to a delivery, or a plain job with one stop alone.
///
/// A request with a pickup alone keeps its load on board to the end of the route; one with a delivery
/// alone has it on board from the start.
public struct RequestDraft: Codable, Hashable, Sendable {
  /// Name of the request in files and messages; a pseudonym.
  public var id: String
  public var pickup: StopDraft?
  public var delivery: StopDraft?
  /// What the request takes up on board, one entry a capacity dimension, none negative.
  public var load: [Int]
  /// What a request with a delivery alone takes on board there in exchange, to the end of the route; `nil`: nothing.
  public var exchange: [Int]?
  /// Longest time from the end of service at the pickup to the start of service at the delivery, seconds.
  public var longestRide: Double?
  /// Longest distance on board beyond the direct one, metres.
  public var longestDetour: Double?
  /// The request is one of those that `ProblemDraft.sharedDetour` speaks of; `nil`: it is not.
  public var sharesDetour: Bool?
  /// Nobody else is on board while this request is.
  public var ridesAlone: Bool
  /// Index of the mixing class: who may be on board together is said by `ProblemDraft.mixing`.
  public var mixingClass: Int
  /// Index of the set-up class: `VehicleDraft.setupTimes` says what a change of class costs in time.
  public var setupClass: Int
  /// Vehicles that may serve the request; `nil`: all.
  public var allowedVehicles: [Int]?
  /// Extra cost when the request rides in a vehicle (a preference); negative entries are not allowed.
  public var vehicleCosts: [VehicleCost]
  /// Cost of leaving the request unserved; `nil`: it must be served.
  public var unservedPenalty: Double?
  /// Cost of each second that service starts after a stop's `dueTime`.
  public var latenessCost: Double
  /// Cost of each second that service starts before a stop's `readyTime`; `nil`: none.
  public var earlinessCost: Double?
  /// As how many it counts for `VehicleDraft.fewRequests`; `nil`: as one.
  public var headcount: Int?

  public init(
    id: String, pickup: StopDraft?, delivery: StopDraft?, load: [Int] = [],
    longestRide: Double? = nil, longestDetour: Double? = nil, ridesAlone: Bool = false,
    mixingClass: Int = 0, setupClass: Int = 0, allowedVehicles: [Int]? = nil,
    vehicleCosts: [VehicleCost] = [], unservedPenalty: Double? = nil, latenessCost: Double = 0,
    exchange: [Int]? = nil, sharesDetour: Bool? = nil, headcount: Int? = nil,
    earlinessCost: Double? = nil
  ) {
    self.id = id
    self.pickup = pickup
    self.delivery = delivery
    self.load = load
    self.exchange = exchange
    self.longestRide = longestRide
    self.longestDetour = longestDetour
    self.sharesDetour = sharesDetour
    self.ridesAlone = ridesAlone
    self.mixingClass = mixingClass
    self.setupClass = setupClass
    self.allowedVehicles = allowedVehicles
    self.vehicleCosts = vehicleCosts
    self.unservedPenalty = unservedPenalty
    self.latenessCost = latenessCost
    self.headcount = headcount
    self.earlinessCost = earlinessCost
  }

  /// Speaks of vehicles by other numbers, and no longer of those that have none.
  public mutating func renumberVehicles(_ number: (Int) -> Int?) {
    allowedVehicles = allowedVehicles?.compactMap(number)
    vehicleCosts = vehicleCosts.compactMap { entry in
      number(entry.vehicle).map { VehicleCost(vehicle: $0, cost: entry.cost) }
    }
  }
}

/// What it costs, beyond driving, that a request rides in one vehicle rather than another.
public struct VehicleCost: Codable, Hashable, Sendable {
  public var vehicle: Int
  /// Added to the objective when the vehicle serves the request; at least zero.
  public var cost: Double

  public init(vehicle: Int, cost: Double) {
    self.vehicle = vehicle
    self.cost = cost
  }
}

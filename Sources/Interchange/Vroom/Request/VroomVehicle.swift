/// A vehicle, with what it may do and what that costs.
public struct VroomVehicle: Hashable, Sendable {
  public var id: UInt64
  public var profile = "car"
  public var description: String?
  public var start: VroomPlace?
  public var end: VroomPlace?
  /// Alternative capacities, one of which holds for the whole route; the first one alone where there is no choice.
  public var capacities: [VroomCapacity] = []
  public var skills: Set<Int> = []
  public var type: String?
  public var window: VroomWindow?
  /// Hundredths: 150 drives in two thirds of the time.
  public var speedFactor = 100
  public var costs = VroomCosts()
  public var maxTasks: Int?
  /// Seconds of driving.
  public var maxTravelTime: Int?
  /// Metres.
  public var maxDistance: Int?
  public var breaks: [VroomBreak] = []
  public var steps: [VroomStep] = []
  /// Where it stands in the request: a JSON pointer.
  public var pointer = ""

  /// Travel times are those of the matrix, in hundredths of these; rounded as VROOM rounds it.
  var durationFactor: Int { Int((10_000 / Double(speedFactor)).rounded()) }
}

/// One way to arrange a vehicle.
public struct VroomCapacity: Hashable, Sendable {
  /// `nil`: the capacity of a vehicle without a choice.
  public var name: String?
  public var amounts: [Int]
}

/// Cost per use, hour driven, hour of set-up and service, kilometre.
public struct VroomCosts: Hashable, Sendable {
  public var fixed = 0
  public var perHour = 3600
  public var perTaskHour = 0
  public var perKm = 0
}

/// A rest.
public struct VroomBreak: Hashable, Sendable {
  public var id: UInt64
  public var description: String?
  /// Ascending; empty: at any time.
  public var windows: [VroomWindow] = []
  /// Seconds.
  public var service = 0
  /// Greatest load on board; `nil`: any.
  public var maxLoad: [Int]?
}

/// One step of a route that is given.
public struct VroomStep: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case start
    case end
    /// Index among the jobs.
    case job(Int)
    /// Index among the shipments.
    case pickup(Int)
    case delivery(Int)
    /// Index among the vehicle's breaks.
    case rest(Int)
  }

  public var kind: Kind
  /// Times that service must begin at, not before, or not after.
  public var at: Int?
  public var after: Int?
  public var before: Int?
  /// The task stays with the vehicle, and those that do stay in this order; an extension of ours.
  public var isLocked = false
}

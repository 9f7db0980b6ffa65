/// A request as users of VROOM (Vehicle Routing Open-source Optimization Machine) write it.
///
/// Times are whole seconds, distances metres, coordinates longitude and latitude. What VROOM itself does not know is
/// named as its own open proposals name it, or begins with `x_`.
public struct VroomRequest: Hashable, Sendable {
  public var jobs: [VroomJob] = []
  public var shipments: [VroomShipment] = []
  public var vehicles: [VroomVehicle] = []
  /// By profile; empty: travel is to come from roads or estimates.
  public var matrices: [String: VroomMatrices] = [:]
  public var options = VroomOptions()
  public var links: [VroomLink] = []
  /// Entries of every amount and capacity.
  public var dimensions = 0

  /// Tasks as VROOM counts them: a shipment is two.
  public var taskCount: Int { jobs.count + 2 * shipments.count }
}

/// What `options` asks for, as vroom-express passes it on.
public struct VroomOptions: Hashable, Sendable {
  /// Lines of the routes and distances.
  public var geometry: Bool?
  /// Plan mode: the steps given are timed, nothing is moved.
  public var plan: Bool?
  public var threads: Int?
  /// Level of exploration, 0 to 5.
  public var exploration: Int?
  /// Seconds.
  public var limit: Double?

  public init() {}

  /// These options, and where they are silent those of another source.
  public func or(_ other: VroomOptions) -> VroomOptions {
    var both = self
    both.geometry = geometry ?? other.geometry
    both.plan = plan ?? other.plan
    both.threads = threads ?? other.threads
    both.exploration = exploration ?? other.exploration
    both.limit = limit ?? other.limit
    return both
  }
}

/// A row and column of the matrices, or a point of the Earth; or both, where the point is an echo.
public struct VroomPlace: Hashable, Sendable {
  public var index: Int?
  public var point: VroomPoint?
}

/// Longitude and latitude, degrees.
public struct VroomPoint: Hashable, Sendable {
  public var longitude: Double
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// First and last second at which service may begin.
public struct VroomWindow: Hashable, Sendable {
  public var start: Int
  public var end: Int
}

/// One visit: a job, or an end of a shipment.
public struct VroomTask: Hashable, Sendable {
  public var id: UInt64
  public var description: String?
  public var place: VroomPlace
  /// Seconds, where the vehicle comes from another place.
  public var setup = 0
  /// Seconds.
  public var service = 0
  public var setupPerType: [String: Int] = [:]
  public var servicePerType: [String: Int] = [:]
  /// Ascending; empty: at any time.
  public var windows: [VroomWindow] = []

  func setup(_ type: String?) -> Int { type.flatMap { setupPerType[$0] } ?? setup }
  func service(_ type: String?) -> Int { type.flatMap { servicePerType[$0] } ?? service }
}

/// A visit with what is brought from the start of the route and what is taken to its end.
public struct VroomJob: Hashable, Sendable {
  public var task: VroomTask
  /// Empty: nothing.
  public var delivery: [Int] = []
  public var pickup: [Int] = []
  public var skills: Set<Int> = []
  public var priority = 0
}

/// Something carried from one place to another.
public struct VroomShipment: Hashable, Sendable {
  public var pickup: VroomTask
  public var delivery: VroomTask
  /// Empty: nothing.
  public var amount: [Int] = []
  public var skills: Set<Int> = []
  public var priority = 0
  /// Longest time from the end of service at the pickup to the start of service at the delivery, seconds.
  public var maxTransitTime: Int?
}

/// What a profile says of travel, row-major by `location_index`.
public struct VroomMatrices: Hashable, Sendable {
  public var size: Int
  public var durations: [Int]
  public var distances: [Int]?
  public var costs: [Int]?
  /// The smallest of the tables: what lies beyond it in the others is cut off.
  var smallest = "durations"
}

/// A tie between tasks; an extension of ours.
public struct VroomLink: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// All are assigned, or none.
    case together
    /// Those assigned ride in one vehicle.
    case sameVehicle = "same_vehicle"
    /// Never on board at the same time.
    case apart
    /// Each begins after the one before it has ended.
    case ordered
  }

  public var kind: Kind
  public var tasks: [VroomReference]
  /// Seconds between two tasks in order.
  public var leastGap = 0
  public var greatestGap: Int?
}

/// A job by its index in the request, or a shipment.
public enum VroomReference: Hashable, Sendable {
  case job(Int)
  case shipment(Int)
}

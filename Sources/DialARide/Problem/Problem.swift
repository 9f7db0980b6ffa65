/// A dial-a-ride vehicle-routing problem: dense, immutable, checked once, shared by all threads.
///
/// **Numbering.** Requests are `0 ..< requestCount`, vehicles `0 ..< vehicleCount`. A *stop* is a number:
/// the pickup of request r is `2r`, its delivery `2r + 1` (so the partner of s is `s ^ 1`), the breaks of
/// all vehicles follow from `2 * requestCount`, and last comes one *base visit* a vehicle: the vehicle,
/// empty, passes its start location between two tours. A request with one stop alone leaves the other
/// number unused. Times are seconds, distances metres (or whatever unit a published instance has).
public final class Problem: Sendable {
  /// The draft the problem was built from, for names and for writing it out again.
  public let draft: ProblemDraft
  public let requestCount: Int
  public let vehicleCount: Int
  /// Number of breaks over all vehicles.
  public let breakCount: Int
  /// Number of stop numbers: `2 * requestCount + breakCount + vehicleCount`.
  public let stopCount: Int
  /// Number of capacity dimensions.
  public let dimensions: Int
  public let locationCount: Int

  // MARK: Stops, indexed by stop number

  /// Location of the stop; -1 for breaks and unused numbers.
  public let location: [Int32]
  /// Service time of the stop, seconds; the length of the break for breaks.
  ///
  /// Some vehicles may need longer: see `serviceTime(of:vehicle:arriving:)`.
  public let serviceTime: [Double]
  /// Number of kinds of service that vehicles have.
  public let serviceKinds: Int
  /// `extraService[s * serviceKinds + k]` for request stops, seconds; empty: nowhere any.
  public let extraService: [Double]
  /// `arrivalSetup[s * serviceKinds + k]` for request stops, seconds; empty: nowhere any.
  public let arrivalSetup: [Double]
  /// Windows of stop s: `windows[windowStart[s] ..< windowStart[s + 1]]`, ascending, never empty.
  public let windows: [TimeWindow]
  public let windowStart: [Int32]
  /// Start of service after which lateness is charged; infinite where never.
  public let dueTime: [Double]
  /// Start of service before which earliness is charged; minus infinity: never.
  public let readyTime: [Double]

  // MARK: Requests

  public let hasPickup: [Bool]
  public let hasDelivery: [Bool]
  /// Load of request r: `load[r * dimensions ..< (r + 1) * dimensions]`.
  public let load: [Int32]
  /// What request r takes on board in exchange, like `load`; empty: nothing is exchanged anywhere.
  public let exchange: [Int32]
  /// Longest ride time, seconds; infinite where there is no limit.
  public let longestRide: [Double]
  /// Longest detour, metres; infinite where there is no limit.
  public let longestDetour: [Double]
  /// Whether `ProblemDraft.sharedDetour` limits the request.
  public let sharesDetour: [Bool]
  public let ridesAlone: [Bool]
  public let mixingClass: [Int32]
  public let setupClass: [Int32]
  /// Penalty for leaving the request unserved; infinite: it must be served.
  public let unservedPenalty: [Double]
  public let latenessCost: [Double]
  public let earlinessCost: [Double]
  /// Being early costs something at some stop.
  public let hasEarliness: Bool
  /// As how many each request counts for `FewRequests`.
  public let headcount: [Int32]
  /// `eligible[r * vehicleCount + v]`: the rules let vehicle v serve request r.
  public let eligible: [Bool]
  /// `admissible[r * vehicleCount + v]`: the search may put r into v; locks win over the rules.
  public let admissible: [Bool]
  /// `preferenceCost[r * vehicleCount + v]`; empty where no request has a preference.
  public let preferenceCost: [Double]
  /// `mayMix[a * mixingClasses + b]`.
  public let mayMix: [Bool]
  public let mixingClasses: Int

  // MARK: Vehicles

  public let vehicles: [VehicleDraft]
  /// Breaks of vehicle v: stop numbers `breakStop(v)`.
  public let firstBreak: [Int32]
  /// Index of the crew of each vehicle, -1 for none.
  public let crewOf: [Int32]
  /// Vehicles with the same class are interchangeable: alike in every field, rule, preference and lock.
  public let vehicleClass: [Int32]
  public let vehicleClassCount: Int

  // MARK: Links and locks

  /// What is asked for: the forms of each demand (`Link.oneOf`), ascending. Most have one form alone.
  public let demands: [[Int]]
  public let demandOf: [Int32]
  /// Requests whose demands are tied by `Link.together`, transitively; every request is in exactly one group,
  /// ascending, with all forms of its demand.
  public let groups: [[Int]]
  public let groupOf: [Int32]
  /// Requests that r requires to be served.
  public let required: [[Int]]
  /// Requests that require r.
  public let dependents: [[Int]]
  /// Requests that may never be on board together with r.
  public let apartFrom: [[Int]]
  /// Requests that must ride in the same vehicle as r.
  public let sameVehicleAs: [[Int]]
  /// Rank of a stop in the order lock of its vehicle, -1 where free; see `orderVehicle`.
  public let orderRank: [Int32]
  /// Vehicle whose order lock names the stop, -1 where none does.
  public let orderVehicle: [Int32]

  /// Checks a draft and builds the problem.
  ///
  /// - Throws: `ProblemFaults` with every fault of the draft.
  public convenience init(_ draft: ProblemDraft) throws(ProblemFaults) {
    let faults = DraftValidation(draft).faults()
    guard faults.isEmpty else { throw ProblemFaults(faults) }
    self.init(sound: draft)
  }

  /// Builds the problem from a draft that is known to be sound, since it is a sound one with narrower windows.
  package init(sound draft: ProblemDraft) {
    let tables = ProblemTables(draft)
    self.draft = draft
    requestCount = draft.requests.count
    vehicleCount = draft.vehicles.count
    breakCount = tables.breakCount
    stopCount = 2 * draft.requests.count + tables.breakCount + draft.vehicles.count
    dimensions = tables.dimensions
    locationCount = draft.matrices.first?.size ?? 0
    location = tables.location
    serviceTime = tables.serviceTime
    serviceKinds = tables.serviceKinds
    extraService = tables.extraService
    arrivalSetup = tables.arrivalSetup
    windows = tables.windows
    windowStart = tables.windowStart
    dueTime = tables.dueTime
    readyTime = tables.readyTime
    hasPickup = draft.requests.map { $0.pickup != nil }
    hasDelivery = draft.requests.map { $0.delivery != nil }
    load = tables.load
    exchange = tables.exchange
    longestRide = draft.requests.map { $0.longestRide ?? .infinity }
    longestDetour = draft.requests.map { $0.longestDetour ?? .infinity }
    sharesDetour = draft.requests.map { draft.sharedDetour != nil && $0.sharesDetour == true }
    ridesAlone = draft.requests.map(\.ridesAlone)
    mixingClass = draft.requests.map { Int32($0.mixingClass) }
    setupClass = draft.requests.map { Int32($0.setupClass) }
    unservedPenalty = draft.requests.map { $0.unservedPenalty ?? .infinity }
    latenessCost = draft.requests.map(\.latenessCost)
    earlinessCost = draft.requests.map { $0.earlinessCost ?? 0 }
    hasEarliness = draft.requests.contains {
      ($0.earlinessCost ?? 0) > 0 && ($0.pickup?.readyTime ?? $0.delivery?.readyTime) != nil
    }
    headcount = draft.requests.map { Int32(clamping: $0.headcount ?? 1) }
    eligible = tables.eligible
    admissible = tables.admissible
    preferenceCost = tables.preferenceCost
    mayMix = tables.mayMix
    mixingClasses = tables.mixingClasses
    vehicles = draft.vehicles
    firstBreak = tables.firstBreak
    crewOf = tables.crewOf
    vehicleClass = tables.vehicleClass
    vehicleClassCount = tables.vehicleClassCount
    demands = tables.demands
    demandOf = tables.demandOf
    groups = tables.groups
    groupOf = tables.groupOf
    required = tables.required
    dependents = tables.dependents
    apartFrom = tables.apartFrom
    sameVehicleAs = tables.sameVehicleAs
    orderRank = tables.orderRank
    orderVehicle = tables.orderVehicle
  }
}

extension Problem {
  /// Whether some demand can take several forms.
  public var hasChoices: Bool { demands.count < requestCount }

  /// All forms of the demand that the request is a form of, itself included, ascending.
  public func forms(of request: Int) -> [Int] { demands[Int(demandOf[request])] }

  /// Demands of a group of `groups`, ascending.
  public func demands(ofGroup group: Int) -> [Int] {
    groups[group].filter { forms(of: $0)[0] == $0 }.map { Int(demandOf[$0]) }
  }

  /// What it costs to leave a group unserved: the penalty of each of its demands once; infinite where one of them must
  /// be served.
  public func unservedPenalty(ofGroup group: Int) -> Double {
    groups[group].reduce(0) { $0 + (forms(of: $1)[0] == $1 ? unservedPenalty[$1] : 0) }
  }

  /// Requests that a solution leaves unserved, ascending: those of demands of which it serves no form.
  public func unserved(serving isServed: (Int) -> Bool) -> [Int] {
    demands.filter { !$0.contains(where: isServed) }.flatMap { $0 }.sorted()
  }

  /// Whether the stop number is a pickup or delivery of a request (not a break, not a base visit).
  public func isRequestStop(_ stop: Int) -> Bool { stop < 2 * requestCount }

  public func isBreak(_ stop: Int) -> Bool {
    stop >= 2 * requestCount && stop < 2 * requestCount + breakCount
  }

  public func isBaseVisit(_ stop: Int) -> Bool { stop >= 2 * requestCount + breakCount }

  /// Stop number of the base visit of a vehicle.
  public func baseVisit(of vehicle: Int) -> Int { 2 * requestCount + breakCount + vehicle }

  /// Stop numbers of the breaks of a vehicle.
  public func breakStops(of vehicle: Int) -> Range<Int> {
    Int(firstBreak[vehicle])..<Int(firstBreak[vehicle + 1])
  }

  /// Whether some service takes longer in one vehicle than in another, or after coming from another place.
  public var hasVaryingService: Bool { !extraService.isEmpty || !arrivalSetup.isEmpty }

  /// The most that a service of the stop may take beyond `serviceTime`, in any vehicle, seconds.
  public func longestExtra(of stop: Int) -> Double {
    guard isRequestStop(stop) else { return 0 }
    return (stop * serviceKinds..<(stop + 1) * serviceKinds).reduce(0) { most, entry in
      let extra = extraService.isEmpty ? 0 : extraService[entry]
      return max(most, extra + (arrivalSetup.isEmpty ? 0 : arrivalSetup[entry]))
    }
  }

  /// What the service of a stop takes in a vehicle, set-up times between classes aside, seconds.
  ///
  /// - Parameter arriving: the vehicle comes from another place.
  public func serviceTime(of stop: Int, vehicle: Int, arriving: Bool) -> Double {
    guard hasVaryingService, isRequestStop(stop) else { return serviceTime[stop] }
    let entry = stop * serviceKinds + (vehicles[vehicle].serviceKind ?? 0)
    let extra = extraService.isEmpty ? 0 : extraService[entry]
    let setup = arriving && !arrivalSetup.isEmpty ? arrivalSetup[entry] : 0
    return serviceTime[stop] + extra + setup
  }

  /// Windows of a stop, ascending.
  public func windows(of stop: Int) -> ArraySlice<TimeWindow> {
    windows[Int(windowStart[stop])..<Int(windowStart[stop + 1])]
  }

  /// Whether the stop takes its request on board.
  public func isPickup(_ stop: Int) -> Bool { isRequestStop(stop) && stop & 1 == 0 }

  /// Whether the stop sets its request down.
  public func isDelivery(_ stop: Int) -> Bool { isRequestStop(stop) && stop & 1 == 1 }

  /// Whether the request has both a pickup and a delivery.
  public func isRide(_ request: Int) -> Bool { hasPickup[request] && hasDelivery[request] }

  /// Whether the search may put the request into the vehicle; see `admissible`.
  public func admits(_ vehicle: Int, for request: Int) -> Bool {
    admissible[request * vehicleCount + vehicle]
  }

  /// Travel time in seconds between two locations for a vehicle; zero where either is open (-1).
  public func travelTime(_ from: Int, _ to: Int, vehicle: Int) -> Double {
    guard from >= 0, to >= 0 else { return 0 }
    let matrix = draft.matrices[vehicles[vehicle].matrix]
    return matrix.times[from * matrix.size + to]
  }

  /// Distance in metres between two locations for a vehicle; zero where either is open (-1).
  public func distance(_ from: Int, _ to: Int, vehicle: Int) -> Double {
    guard from >= 0, to >= 0 else { return 0 }
    let matrix = draft.matrices[vehicles[vehicle].matrix]
    let entries = matrix.distances.isEmpty ? matrix.times : matrix.distances
    return entries[from * matrix.size + to]
  }

  /// Toll of driving between two locations for a vehicle, in the problem's cost unit; zero where either is open (-1).
  public func toll(_ from: Int, _ to: Int, vehicle: Int) -> Double {
    let matrix = draft.matrices[vehicles[vehicle].matrix]
    guard from >= 0, to >= 0, let tolls = matrix.tolls else { return 0 }
    return tolls[from * matrix.size + to]
  }

  /// Whether the vehicle takes its breaks anywhere on the way to the next stop.
  public func restsOnTheWay(_ vehicle: Int) -> Bool { vehicles[vehicle].restsOnTheWay ?? false }

  /// A readable name of a stop, e.g. `+r12`, `-r12`, `break 0 of v3`, `base of v3`.
  public func name(ofStop stop: Int) -> String {
    if isRequestStop(stop) {
      return (stop & 1 == 0 ? "+" : "-") + draft.requests[stop >> 1].id
    }
    if isBaseVisit(stop) {
      return "base of " + vehicles[stop - 2 * requestCount - breakCount].id
    }
    let vehicle = firstBreak.lastIndex { Int($0) <= stop } ?? 0
    return "break \(stop - Int(firstBreak[vehicle])) of " + vehicles[vehicle].id
  }
}

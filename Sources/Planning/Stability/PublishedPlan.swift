/// A plan that riders and drivers have been told (R42, R43): what a later one of the same day starts from.
public struct PublishedPlan: Hashable, Sendable {
  public var plan: Plan
  /// Times told hold: each pick-up stays within the profile's promise wherever that is possible at all.
  public var keepsTimes: Bool
  /// What of it has been driven; `nil`: nothing yet.
  public var past: DrivenPast?
  /// Ids of legs whose riders have asked for another time since: what they were told of it is void.
  public var voided: Set<String>

  public init(
    _ plan: Plan, keepsTimes: Bool = false, past: DrivenPast? = nil, voided: Set<String> = []
  ) {
    self.plan = plan
    self.keepsTimes = keepsTimes
    self.past = past
    self.voided = voided
  }
}

/// What was told of each leg and each driver, as far as the day still knows them.
struct Told {
  struct Ride {
    /// Index into `Day.resources`.
    var resource: Int
    /// Run that carries the leg.
    var run: Int
    /// Start of service at pick-up, seconds since local midnight.
    var pickup: Int
  }
  /// By leg. One whose rider has since asked for other places was told nothing that could hold.
  private(set) var rides: [Int: Ride] = [:]
  /// Legs of each run of the published plan.
  private(set) var legsOfRun: [[Int]]
  /// Resources that were to drive.
  private(set) var called: Set<Int> = []

  /// - Parameter promises: pick-up times that a lock says were told, by leg; they win over the plan's.
  init(_ day: Day, _ plan: Plan, promises: [Int: Int] = [:]) {
    legsOfRun = Array(repeating: [], count: plan.runs.count)
    for (r, run) in plan.runs.enumerated() {
      let resource = day.resourceIndex[run.resource]
      if let resource, run.stops.contains(where: { !$0.leg.isEmpty }) { called.insert(resource) }
      for stop in run.stops where stop.kind == .pickup {
        guard let delivery = run.stops.first(where: { $0.kind == .delivery && $0.leg == stop.leg })
        else { continue }
        guard let resource, let leg = day.legIndex[stop.leg],
          day.legs[leg].leg.from == stop.riderPlace, day.legs[leg].leg.to == delivery.riderPlace
        else { continue }
        rides[leg] = Ride(resource: resource, run: r, pickup: promises[leg] ?? stop.start)
        legsOfRun[r].append(leg)
      }
    }
  }
}

extension Day {
  /// Pick-up times that riders were told by a promise (R42), by leg, seconds since local midnight.
  var promises: [Int: Int] {
    let told = scenario.locks.compactMap { lock -> (Int, Int)? in
      guard lock.kind == .promise, let time = lock.time, let leg = legIndex[lock.trip] else {
        return nil
      }
      return (leg, elapsed(time))
    }
    return Dictionary(told, uniquingKeysWith: { first, _ in first })
  }

  /// By how much a pick-up told may move without the rider being told anew (R42), seconds.
  func promise(_ leg: Int, by resource: Int) -> Int {
    let kind = legs[leg].booking.insured ? RuleKind.tap : resources[resource].mode.ridingKind
    return rules.seconds(.promise(kind))
  }

  /// A figure of stability; zero where the profile states none.
  func told(_ key: FigureKey) -> Double { rules.figure(key)?.value ?? 0 }
}

extension RunStop {
  /// Place id of the rider's own end of the ride, also where the vehicle stands at a stop near it.
  fileprivate var riderPlace: String { door.isEmpty ? place : door }
}

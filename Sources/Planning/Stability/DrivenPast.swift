/// What of a plan has been driven already, or is on its way: nothing of it can be changed any more (R50).
///
/// A stop counts as made from the moment at which the driver leaves for it, since nobody can be sent elsewhere from a place
/// that is known to nobody.
public struct DrivenPast: Hashable, Sendable {
  /// One end of a leg that is settled.
  public struct Visit: Hashable, Sendable {
    /// Id of the leg.
    public var leg: String
    public var isPickup: Bool
    /// Start of service, seconds since local midnight.
    public var start: Int
    /// The time is history. Where a rider was put down halfway, the stops made meanwhile keep their order alone.
    public var isExact: Bool

    public init(leg: String, isPickup: Bool, start: Int, isExact: Bool = true) {
      self.leg = leg
      self.isPickup = isPickup
      self.start = start
      self.isExact = isExact
    }
  }
  /// Seconds since local midnight.
  public var now: Int
  /// By id of the volunteer or vehicle, in the order in which they were made.
  public var visits: [String: [Visit]]
  /// Those who drive nothing further than what `visits` has of them.
  public var stopped: Set<String>
  /// Hours of those who stopped with somebody served, as they were: by them, not by what was left of them, the breaks
  /// are placed that were taken on the way. Where a vehicle broke down its hours end there.
  public var hours: [String: [Availability]] = [:]
  /// Legs that are not picked up before some time, beyond what holds for all: elapsed seconds.
  public var notBefore: [String: Int]

  public init(
    now: Int, visits: [String: [Visit]] = [:], stopped: Set<String> = [],
    notBefore: [String: Int] = [:]
  ) {
    self.now = now
    self.visits = visits
    self.stopped = stopped
    self.notBefore = notBefore
  }

  /// What of a plan is settled at a moment.
  public init(of plan: Plan, now: Int) {
    self.init(now: now)
    for run in plan.runs.sorted(by: { ($0.departure, $0.id) < ($1.departure, $1.id) }) {
      let made = run.stops.prefix(Self.count(run, now: now)).filter { !$0.leg.isEmpty }
      guard !made.isEmpty else { continue }
      visits[run.resource, default: []] += made.map {
        Visit(leg: $0.leg, isPickup: $0.kind == .pickup, start: $0.start)
      }
    }
  }

  /// Stops of a run that the driver has made or left for.
  static func count(_ run: Run, now: Int) -> Int {
    var leaves = run.departure
    for (index, stop) in run.stops.enumerated() {
      if leaves >= now { return index }
      leaves = stop.departure
    }
    return run.stops.count
  }

  /// Legs whose rider is on board, or for whom the driver is on the way, with who drives.
  public var started: [String: String] {
    var started: [String: String] = [:]
    for (resource, list) in visits {
      for visit in list where visit.isPickup { started[visit.leg] = resource }
    }
    return started
  }

  /// Forgets what was settled of a leg.
  mutating func forget(_ leg: String) {
    for resource in visits.keys { visits[resource]?.removeAll { $0.leg == leg } }
  }
}

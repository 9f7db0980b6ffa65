/// Which resource may drive which leg, with the rule behind every no (R12).
///
/// Who may is worked out once; why somebody may not is looked up when asked, since a big day has millions of noes.
public struct Eligibility: Sendable {
  /// `assigned[leg]`: the resource that the coordinator has fixed, which wins over the rules (R41).
  public let assigned: [Int?]
  /// Bookings, by index, that came too late for an offer which would serve them as standby (R58).
  public let standby: Set<Int>
  /// `allowed[leg]`: resources that the rules allow, ascending.
  private let allowed: [[Int]]
  /// Resources that the coordinator has excluded from a leg.
  private let declined: [Int: Set<Int>]
  private let test: EligibilityTest

  public init(_ day: Day) {
    var assigned = [Int?](repeating: nil, count: day.legs.count)
    var declined: [Int: Set<Int>] = [:]
    for lock in day.scenario.locks {
      guard let resource = day.resourceIndex[lock.resource] else { continue }
      for (l, leg) in day.legs.enumerated()
      where leg.leg.id == lock.trip || leg.booking.id == lock.trip {
        switch lock.kind {
        case .assign, .order, .freeze: assigned[l] = resource
        case .forbid: declined[l, default: []].insert(resource)
        case .promise: break
        }
      }
    }
    let test = EligibilityTest(day)
    self.test = test
    self.assigned = assigned
    self.declined = declined
    allowed = day.legs.indices.map { l in
      let excluded = declined[l] ?? []
      return test.allowed(l).filter { !excluded.contains($0) }
    }
    standby = Self.standby(day, test.deadlines, allowed: allowed, assigned: assigned)
  }

  /// The same for a day with legs added at its end, of which nothing has been decided.
  init(_ other: Eligibility, on day: Day) {
    let test = EligibilityTest(day)
    let new = other.assigned.count..<day.legs.count
    self.test = test
    assigned = other.assigned + [Int?](repeating: nil, count: new.count)
    declined = other.declined
    allowed = other.allowed + new.map(test.allowed)
    standby = Self.standby(day, test.deadlines, allowed: allowed, assigned: assigned)
  }

  /// Ids of the bookings on standby, in the scenario's order.
  public var standbyIds: [String] {
    standby.sorted().map { test.day.scenario.bookings[$0].id }
  }

  /// A booking on standby keeps every offer that may serve it, also those that it was in time for, and yields to
  /// everybody: so it costs nobody a seat, and no seat stays empty on its account. What the coordinator has decided
  /// for a leg counts as in time.
  private static func standby(
    _ day: Day, _ deadlines: BookingDeadlines, allowed: [[Int]], assigned: [Int?]
  ) -> Set<Int> {
    let late = day.legs.indices.filter { l in
      guard assigned[l] == nil, day.legs[l].booking.bookedAt != nil else { return false }
      return allowed[l].contains { r in
        deadlines.missed(by: day.legs[l].booking, day.resources[r].mode)?.keepsStandby == true
      }
    }
    return Set(late.map { day.legs[$0].bookingIndex })
  }

  /// Every rule by which the resource may not drive the leg; empty where the rules allow it.
  public func refusals(_ leg: Int, _ resource: Int) -> [Refusal] {
    test.refusals(leg, resource, declined: declined[leg]?.contains(resource) ?? false)
  }

  /// The refusals of all resources, in their order.
  public func refusals(of leg: Int) -> [[Refusal]] {
    test.day.resources.indices.map { refusals(leg, $0) }
  }

  /// Resources that may be given the leg: those that the rules allow, or the assigned one alone.
  ///
  /// Nobody can be given a leg on a day when he or she is not there.
  public func candidates(_ leg: Int, of day: Day) -> [Int] {
    if let resource = assigned[leg] {
      return day.resources[resource].shifts.isEmpty ? [] : [resource]
    }
    return allowed[leg]
  }

  /// Rules that an assignment by the coordinator breaks: obeyed, and reported (R41).
  public func overridden(_ leg: Int) -> [Refusal] {
    assigned[leg].map { refusals(leg, $0) } ?? []
  }
}

/// Which resource may drive which leg, with the rule behind every no (R12).
public struct Eligibility: Sendable {
  /// `refusals[leg][resource]`: empty where the rules allow it.
  public let refusals: [[[Refusal]]]
  /// `assigned[leg]`: the resource that the coordinator has fixed, which wins over the rules (R41).
  public let assigned: [Int?]

  public init(_ day: Day) {
    var assigned = [Int?](repeating: nil, count: day.legs.count)
    var declined = [Set<Int>](repeating: [], count: day.legs.count)
    for lock in day.scenario.locks {
      guard let resource = day.resourceIndex[lock.resource] else { continue }
      for (l, leg) in day.legs.enumerated()
      where leg.leg.id == lock.trip || leg.booking.id == lock.trip {
        switch lock.kind {
        case .assign: assigned[l] = resource
        case .forbid: declined[l].insert(resource)
        case .promise: break
        }
      }
    }
    let test = EligibilityTest(day)
    refusals = day.legs.indices.map { l in
      day.resources.indices.map { r in test.refusals(l, r, declined: declined[l].contains(r)) }
    }
    self.assigned = assigned
  }

  /// Resources that may be given the leg: those that the rules allow, or the assigned one alone.
  ///
  /// Nobody can be given a leg on a day when he or she is not there.
  public func candidates(_ leg: Int, of day: Day) -> [Int] {
    if let resource = assigned[leg] {
      return day.resources[resource].shifts.isEmpty ? [] : [resource]
    }
    return refusals[leg].indices.filter { refusals[leg][$0].isEmpty }
  }

  /// Rules that an assignment by the coordinator breaks: obeyed, and reported (R41).
  public func overridden(_ leg: Int) -> [Refusal] {
    assigned[leg].map { refusals[leg][$0] } ?? []
  }
}

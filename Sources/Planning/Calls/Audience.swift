/// Who was told a plan (R57), and so whom its changes concern.
///
/// A promise that stands as a lock was given to the rider whatever the plan's state.
public enum Audience: String, Codable, Hashable, Sendable {
  /// A draft.
  case nobody
  /// Proposed or confirmed: volunteers were asked, riders and the fleet were not told.
  case volunteers
  /// Published.
  case everybody
}

extension PlanChanges {
  /// The changes that somebody who was told the plan before must hear of.
  func heard(by audience: Audience, on day: Day) -> [PlanChange] {
    guard audience != .everybody else { return changes }
    let riders = Set(day.scenario.riders.map(\.id))
    let promised = Set(day.promises.keys.map { day.legs[$0].leg.id })
    return changes.filter { change in
      if riders.contains(change.person) { return change.legs.contains(where: promised.contains) }
      guard audience == .volunteers, let resource = day.resourceIndex[change.person] else {
        return false
      }
      return day.resources[resource].mode == .volunteer
    }
  }
}

/// Who of those that a shared detour speaks of is on board along a route.
struct DetourCompany {
  private struct Ride {
    var request: Int
    var place: Int
    var metres: Double
    var fellows: Int
  }
  private let rule: SharedDetour
  private var aboard: [Ride] = []
  private var first = (place: 0, metres: 0.0, riders: 0)

  init(_ rule: SharedDetour) { self.rule = rule }

  mutating func board(_ request: Int, at place: Int, metres: Double) {
    if aboard.isEmpty { first = (place, metres, 0) }
    first.riders += 1
    for i in aboard.indices { aboard[i].fellows = max(aboard[i].fellows, aboard.count) }
    aboard.append(Ride(request: request, place: place, metres: metres, fellows: aboard.count))
  }

  /// Sets a rider down.
  ///
  /// - Returns: whether neither the rider nor, where nobody is left, the tour went too far out of the way.
  mutating func alight(
    _ request: Int, at place: Int, metres: Double, direct: (Int, Int) -> Double
  ) -> Bool {
    guard let i = aboard.firstIndex(where: { $0.request == request }) else { return true }
    let ride = aboard.remove(at: i)
    let own = metres - ride.metres - direct(ride.place, place)
    if rule.limitsRiders, own > rule.longest(fellows: ride.fellows) + TimeChain.tolerance {
      return false
    }
    guard rule.limitsTours, aboard.isEmpty else { return true }
    let tour = metres - first.metres - direct(first.place, place)
    return tour <= rule.longest(fellows: first.riders - 1) + TimeChain.tolerance
  }
}

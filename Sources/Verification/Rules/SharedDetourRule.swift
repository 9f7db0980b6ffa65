import DialARide

extension Verifier {
  /// Distance out of the way for fellow riders: of each rider, and of each tour of theirs.
  @Sendable static func sharedDetours(_ route: RouteView) -> [Violation] {
    guard let rule = route.draft.sharedDetour else { return [] }
    return (rule.limitsRiders ? riders(route, rule) : [])
      + (rule.limitsTours ? tours(route, rule) : [])
  }

  private static func shares(_ request: Int, _ route: RouteView) -> Bool {
    route.draft.requests[request].sharesDetour == true
  }

  private static func riders(_ route: RouteView, _ rule: SharedDetour) -> [Violation] {
    route.rides.compactMap { ride in
      guard shares(ride.request, route) else { return nil }
      // Companies from leaving the pickup until arriving at the delivery.
      let together = route.companies[(ride.pickup + 1)...ride.delivery].map { company in
        company.count { shares($0, route) }
      }
      let fellows = (together.max() ?? 1) - 1
      return violation(
        route, from: ride.pickup, to: ride.delivery, fellows, [ride.request], rule)
    }
  }

  private static func tours(_ route: RouteView, _ rule: SharedDetour) -> [Violation] {
    var found: [Violation] = []
    var aboard = 0
    var first = 0
    var members: [Int] = []
    for visit in route.visits {
      switch visit.kind {
      case .pickup(let request) where shares(request, route):
        if aboard == 0 {
          first = visit.index
          members = []
        }
        aboard += 1
        members.append(request)
      case .delivery(let request) where shares(request, route):
        aboard -= 1
        guard aboard == 0 else { continue }
        let broken = violation(
          route, from: first, to: visit.index, members.count - 1, members.sorted(), rule)
        if let broken { found.append(broken) }
      case .pickup, .delivery, .rest, .base: continue
      }
    }
    return found
  }

  /// `nil` where the way from one visit to the other is not too far beyond the direct one.
  private static func violation(
    _ route: RouteView, from: Int, to: Int, _ fellows: Int, _ requests: [Int], _ rule: SharedDetour
  ) -> Violation? {
    guard fellows > 0 else { return nil }
    let driven = route.visits[(from + 1)...to].reduce(0) { $0 + $1.distance }
    let direct = route.leg(route.visits[from].place, route.visits[to].place).distance
    let limit = min(Double(fellows) * rule.perFellow, rule.most)
    guard driven - direct > limit + tolerance else { return nil }
    return route.violation(
      .detour, at: to, requests: requests, value: driven - direct, limit: limit, unit: .metres,
      obeysLock: route.isFrozen)
  }
}

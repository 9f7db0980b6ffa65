import DialARide

extension Verifier {
  /// Distance on board beyond the direct one.
  @Sendable static func detours(_ route: RouteView) -> [Violation] {
    route.rides.compactMap { ride in
      guard let longest = route.draft.requests[ride.request].longestDetour else { return nil }
      let driven = route.visits[(ride.pickup + 1)...ride.delivery].reduce(0) { $0 + $1.distance }
      let direct = route.leg(route.visits[ride.pickup].place, route.visits[ride.delivery].place)
      let detour = driven - direct.distance
      guard detour > longest + tolerance else { return nil }
      return route.violation(
        .detour, at: ride.delivery, requests: [ride.request], value: detour, limit: longest,
        unit: .metres, obeysLock: route.isFrozen)
    }
  }
}

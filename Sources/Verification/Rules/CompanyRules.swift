import DialARide

extension Verifier {
  /// Nobody else is on board with a request that rides alone.
  @Sendable static func ridesAlone(_ route: RouteView) -> [Violation] {
    meetings(in: route, .rideAlone) { a, b in
      route.draft.requests[a].ridesAlone || route.draft.requests[b].ridesAlone
    }
  }

  /// Only classes that may mix are on board together.
  @Sendable static func mixing(_ route: RouteView) -> [Violation] {
    let table = route.draft.mixing
    guard !table.isEmpty else { return [] }
    return meetings(in: route, .mixing) { a, b in
      !table[route.draft.requests[a].mixingClass][route.draft.requests[b].mixingClass]
    }
  }

  /// Requests that a link keeps apart are not on board together.
  @Sendable static func apart(_ route: RouteView) -> [Violation] {
    meetings(in: route, .apart) { a, b in
      route.draft.links.contains { link in
        if case .apart(let first, let second) = link {
          return (first, second) == (a, b) || (first, second) == (b, a)
        }
        return false
      }
    }
  }

  /// Each pair of requests that are ever on board together and must not be, where they first meet.
  private static func meetings(
    in route: RouteView, _ rule: Violation.Rule, forbidden: (Int, Int) -> Bool
  ) -> [Violation] {
    var met: Set<[Int]> = []
    var found: [Violation] = []
    for (company, aboard) in route.companies.enumerated() {
      for (place, later) in aboard.enumerated() {
        for earlier in aboard[..<place] where met.insert([earlier, later]).inserted {
          guard forbidden(earlier, later) else { continue }
          found.append(
            route.violation(
              rule, at: max(0, company - 1), requests: [earlier, later].sorted(),
              obeysLock: route.isFrozen))
        }
      }
    }
    return found
  }
}

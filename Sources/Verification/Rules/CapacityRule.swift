import DialARide

extension Verifier {
  /// One layout holds every load of the route, or of each trip, by the vehicle's layout scope.
  ///
  /// What is reported is the load that the most patient layout refuses: the one that holds out longest.
  @Sendable static func capacity(_ route: RouteView) -> [Violation] {
    guard !route.vehicle.layouts.isEmpty else {
      let loaded = route.companies.indices.first { load(at: $0, route).contains { $0 > 0 } }
      return loaded.map { [route.violation(.capacity, at: max(0, $0 - 1), unit: .count)] } ?? []
    }
    return stretches(of: route).compactMap { stretch in
      let overloads = route.vehicle.layouts.map { overload(in: stretch, $0, route) }
      guard !overloads.contains(where: { $0 == nil }) else { return nil }
      guard let worst = overloads.compactMap({ $0 }).max(by: { $0.company < $1.company })
      else { return nil }
      return route.violation(
        .capacity, at: max(0, worst.company - 1), requests: route.companies[worst.company],
        value: Double(worst.load), limit: Double(worst.capacity), unit: .count,
        obeysLock: route.isFrozen)
    }
  }

  /// Stretches of `companies` within which the layout stays the same.
  private static func stretches(of route: RouteView) -> [[Int]] {
    let companies = route.companies
    switch route.vehicle.layoutScope {
    case .route: return [Array(companies.indices)]
    case .trip: return companies.indices.split { companies[$0].isEmpty }.map(Array.init)
    }
  }

  private static func overload(
    in stretch: [Int], _ layout: [Int], _ route: RouteView
  ) -> (company: Int, load: Int, capacity: Int)? {
    for company in stretch {
      for (dimension, load) in load(at: company, route).enumerated() {
        let capacity = dimension < layout.count ? layout[dimension] : 0
        if load > capacity { return (company, load, capacity) }
      }
    }
    return nil
  }

  /// What a company takes up, and what has been taken on board in exchange until then.
  static func load(at company: Int, _ route: RouteView) -> [Int] {
    var total: [Int] = []
    func add(_ amounts: [Int]) {
      for (dimension, amount) in amounts.enumerated() {
        if dimension == total.count { total.append(0) }
        total[dimension] += amount
      }
    }
    for request in route.companies[company] { add(route.draft.requests[request].load) }
    for case .delivery(let request) in route.visits[..<company].map(\.kind) {
      add(route.draft.requests[request].exchange ?? [])
    }
    return total
  }
}

import DialARide

/// What ejections may do with a problem.
struct FleetRules {
  /// Windows, one capacity layout and who may ride in what are the only rules: the scan's tests are exact.
  let isPlain: Bool
  /// Requests that stay where they are: tied to the vehicle of another one, or to one vehicle alone.
  ///
  /// Requests served together or one if the other need no care: ejections end with everybody served who was
  /// served at its start.
  let isPinned: [Bool]
  /// Vehicles that take no part: a crew's limits hold over several routes.
  let isApart: [Bool]

  init(_ p: SearchProblem) {
    let problem = p.problem
    isApart = (0..<p.vehicleCount).map { p.vehicles[$0].crew >= 0 }
    isPinned = (0..<p.requestCount).map { r in
      let open = (0..<p.vehicleCount).reduce(0) {
        $0 + (p.admissible[r * p.vehicleCount + $1] ? 1 : 0)
      }
      return open < 2 || !problem.sameVehicleAs[r].isEmpty
    }
    let ridesPlainly = (0..<p.requestCount).allSatisfy { r in
      p.hasPickup[r] && p.hasDelivery[r] && !p.longestRide[r].isFinite
        && !p.longestDetour[r].isFinite
    }
    let rulesRiders =
      p.hasMixing || p.hasApart || p.hasAlone || p.hasOrders || p.hasSeveralWindows
      || p.hasLateness || p.hasVaryingService || p.hasSharedDetours
    isPlain =
      ridesPlainly && !rulesRiders
      && (0..<p.vehicleCount).allSatisfy { Self.isPlain(p.vehicles[$0]) }
  }

  private static func isPlain(_ v: VehicleView) -> Bool {
    let limits = [
      v.longestDuration, v.longestDistance, v.longestDriving, v.longestUnbroken, v.longestIdle,
      v.longestIdleOnBoard,
    ]
    return !v.hasDerivedVisits && v.layoutCount <= 1 && v.setupClasses == 0
      && !limits.contains { $0.isFinite } && v.mostTrips == .max && v.mostRequests == .max
      && v.mostStops == .max && v.fewCost == 0 && v.overtimeCost == 0
  }

  /// Which part of the cost of all routes is that of using their vehicles at all.
  static func shareOfFixedCosts(_ p: SearchProblem, _ solution: SearchSolution) -> Double {
    var fixed = 0.0
    var all = 0.0
    for route in solution.routes where route.count > 0 {
      fixed += p.vehicles[route.vehicle].fixedCost
      all += route.cost
    }
    return all > 0 ? fixed / all : 0
  }

  /// Whether saving a vehicle is worth a search of its own: some vehicle in use costs at least as much to use
  /// at all as the mean route costs beyond that.
  static func isWorthwhile(_ p: SearchProblem, _ solution: SearchSolution) -> Bool {
    var routing = 0.0
    var used = 0
    var dearest = 0.0
    for route in solution.routes where route.count > 0 {
      let fixed = p.vehicles[route.vehicle].fixedCost
      routing += route.cost - fixed
      used += 1
      dearest = max(dearest, fixed)
    }
    return used > 1 && dearest > 0 && dearest >= routing / Double(used)
  }
}

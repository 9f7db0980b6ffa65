public import DialARide

extension Verifier {
  /// The objective of the solution, computed from the draft and the schedules.
  ///
  /// Routes whose structure is broken are left out; without a schedule a route has no waiting and no
  /// lateness.
  public static func cost(of solution: Solution, in problem: Problem) -> CostBreakdown {
    let routes = StructureRule(solution, problem).soundRoutes.map { RouteView($0, of: problem) }
    var cost = CostBreakdown()
    for route in routes where !route.visits.isEmpty { add(route, to: &cost) }
    let served = Set(routes.flatMap(\.requests))
    for forms in Demands(problem.draft).forms where served.isDisjoint(with: forms) {
      if let penalty = problem.draft.requests[forms[0]].unservedPenalty {
        cost.unserved += penalty
      } else {
        cost.mandatoryUnserved += 1
      }
    }
    return cost
  }

  private static func add(_ route: RouteView, to cost: inout CostBreakdown) {
    let vehicle = route.vehicle
    let requests = route.requests.count
    if requests > 0 { cost.fixed += vehicle.fixedCost }
    if let few = vehicle.fewRequests, requests > 0 {
      let heads = route.requests.reduce(0) { $0 + (route.draft.requests[$1].headcount ?? 1) }
      if heads < few.least { cost.preferences += Double(few.least - heads) * few.cost }
    }
    cost.distance += route.distance * vehicle.costPerMetre + route.tolls
    cost.driving += route.driving * vehicle.costPerSecondDriven
    for request in route.requests {
      for entry in route.draft.requests[request].vehicleCosts
      where entry.vehicle == route.route.vehicle {
        cost.preferences += entry.cost
      }
    }
    guard let schedule = route.schedule else { return }
    if let preferred = vehicle.preferredHours {
      let before = max(0, preferred.window.start - schedule.departure)
      let after = max(0, schedule.arrival - preferred.window.end)
      cost.lateness += (before + after) * preferred.costPerSecond
    }
    for visit in route.visits {
      let start = schedule.starts[visit.index]
      let wait = start - schedule.arrivals[visit.index]
      switch visit.kind {
      case .base: break
      case .rest: cost.waiting += wait * vehicle.costPerSecondWaiting
      case .pickup(let request):
        cost.waiting += wait * vehicle.costPerSecondWaiting
        let draft = route.draft.requests[request]
        cost.lateness += late(start, draft.pickup?.dueTime) * draft.latenessCost
      case .delivery(let request):
        cost.waiting += wait * vehicle.costPerSecondWaiting
        let draft = route.draft.requests[request]
        cost.lateness += late(start, draft.delivery?.dueTime) * draft.latenessCost
      }
    }
  }

  private static func late(_ start: Double, _ due: Double?) -> Double {
    due.map { max(0, start - $0) } ?? 0
  }
}

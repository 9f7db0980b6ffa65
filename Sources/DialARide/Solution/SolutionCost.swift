extension Route {
  /// What the route costs. Waiting and lateness need a schedule and are zero without one.
  ///
  /// The structure of the route must be sound.
  public func cost(in problem: Problem) -> CostBreakdown {
    let draft = problem.vehicles[vehicle]
    let figures = statistics(in: problem)
    var cost = CostBreakdown()
    cost.fixed = figures.requests > 0 ? draft.fixedCost : 0
    cost.distance = figures.distance * draft.costPerMetre + figures.tolls
    cost.driving = figures.driving * draft.costPerSecondDriven
    cost.waiting = figures.waiting * draft.costPerSecondWaiting
    if let few = draft.fewRequests, figures.requests > 0 {
      let served = Set(stops.filter(problem.isRequestStop).map { $0 >> 1 })
      cost.preferences = few.cost(of: served.reduce(0) { $0 + Int(problem.headcount[$1]) })
    }
    if let schedule, let preferred = draft.preferredHours, !stops.isEmpty {
      cost.lateness += preferred.cost(from: schedule.departure, to: schedule.arrival)
    }
    for (index, stop) in stops.enumerated() where problem.isRequestStop(stop) {
      let request = stop >> 1
      if let schedule {
        cost.lateness +=
          max(0, schedule.starts[index] - problem.dueTime[stop]) * problem.latenessCost[request]
      }
      let isFirstOfRequest = problem.isPickup(stop) || !problem.hasPickup[request]
      if isFirstOfRequest, !problem.preferenceCost.isEmpty {
        cost.preferences += problem.preferenceCost[request * problem.vehicleCount + vehicle]
      }
    }
    return cost
  }
}

extension Solution {
  /// What the solution costs: its routes, and a penalty for each demand that no route serves.
  ///
  /// `unserved` is not read: what counts is what the routes do. Their structure must be sound.
  public func cost(in problem: Problem) -> CostBreakdown {
    var cost = routes.reduce(CostBreakdown()) { $0 + $1.cost(in: problem) }
    let served = Set(routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    for forms in problem.demands where served.isDisjoint(with: forms) {
      if problem.unservedPenalty[forms[0]] < .infinity {
        cost.unserved += problem.unservedPenalty[forms[0]]
      } else {
        cost.mandatoryUnserved += 1
      }
    }
    return cost
  }
}

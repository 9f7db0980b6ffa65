internal import DialARide

/// Keeps the objective's first tier first (R35): leaving a leg unserved outweighs any way of serving it.
struct PenaltyScale {
  let margin: Double

  init(_ rules: RuleBook) { margin = rules[.unservedMargin] }

  /// Raises all penalties by one factor where the least of them is not `margin` times the dearest trip that a
  /// vehicle would make for one request alone, waiting out its whole shift.
  func apply(to draft: inout ProblemDraft) {
    let penalties = draft.requests.compactMap(\.unservedPenalty).filter { $0 > 0 }
    guard let least = penalties.min() else { return }
    let dearest = draft.requests.map { self.dearest($0, draft) }.max() ?? 0
    let factor = max(1, margin * dearest / least)
    for r in draft.requests.indices {
      draft.requests[r].unservedPenalty = draft.requests[r].unservedPenalty.map { $0 * factor }
    }
  }

  private func dearest(_ request: RequestDraft, _ draft: ProblemDraft) -> Double {
    guard let from = request.pickup?.location, let to = request.delivery?.location else {
      return 0
    }
    var extra = [Double](repeating: 0, count: draft.vehicles.count)
    for entry in request.vehicleCosts { extra[entry.vehicle] += entry.cost }
    let due = request.pickup?.dueTime ?? .infinity
    let latest = request.pickup?.windows.last?.end ?? 0
    let late = due < latest && latest.isFinite ? (latest - due) * request.latenessCost : 0
    return (request.allowedVehicles ?? []).map { v in
      let vehicle = draft.vehicles[v]
      let matrix = draft.matrices[vehicle.matrix]
      func metres(_ a: Int, _ b: Int) -> Double { matrix.distances[a * matrix.size + b] }
      let start = vehicle.start ?? from
      let round = metres(start, from) + metres(from, to) + metres(to, vehicle.end ?? to)
      let hours =
        (vehicle.shift.end - vehicle.shift.start)
        * max(vehicle.costPerSecondDriven, vehicle.costPerSecondWaiting)
      let few = vehicle.fewRequests?.cost(of: request.headcount ?? 1) ?? 0
      let outside =
        vehicle.preferredHours?.cost(from: vehicle.shift.start, to: vehicle.shift.end) ?? 0
      return vehicle.fixedCost + round * vehicle.costPerMetre + hours + outside + extra[v] + late
        + few
    }.max() ?? 0
  }
}

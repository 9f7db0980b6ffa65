public import DialARide

extension VroomProblem {
  /// The routes that the steps of the vehicles describe, breaks left out; `nil` where there are none.
  ///
  /// Half a shipment, or one whose ends are in the wrong order, is left out.
  public var given: Solution? {
    var routes: [Route] = []
    for (v, vehicle) in request.vehicles.enumerated() where !vehicle.steps.isEmpty {
      let stops = vehicle.steps.compactMap(stop)
      var seen: [Int: Int] = [:]
      for (index, stop) in stops.enumerated() { seen[stop] = index }
      let sound = stops.filter { stop in
        guard stop >> 1 >= request.jobs.count else { return true }
        guard let pickup = seen[stop & ~1], let delivery = seen[stop | 1] else { return false }
        return pickup < delivery
      }
      routes.append(Route(vehicle: v, stops: sound))
    }
    guard routes.contains(where: { !$0.stops.isEmpty }) else { return nil }
    let served = Set(routes.flatMap(\.stops).map { $0 >> 1 })
    let count = request.jobs.count + request.shipments.count
    return Solution(routes: routes, unserved: (0..<count).filter { !served.contains($0) })
  }

  /// The stop number of a step; `nil` for ends and breaks.
  private func stop(_ step: VroomStep) -> Int? {
    switch step.kind {
    case .start, .end, .rest: return nil
    case .job(let index):
      let job = request.jobs[index]
      let isPickup = job.pickup.contains { $0 > 0 } && !job.delivery.contains { $0 > 0 }
      return 2 * index + (isPickup ? 0 : 1)
    case .pickup(let index): return 2 * (request.jobs.count + index)
    case .delivery(let index): return 2 * (request.jobs.count + index) + 1
    }
  }

  /// What a stop number of the problem stands for in the route of a vehicle.
  func step(_ stop: Int, of vehicle: Int, _ problem: Problem) -> VroomStep.Kind {
    if problem.isBreak(stop) { return .rest(stop - problem.breakStops(of: vehicle).lowerBound) }
    switch reference(stop >> 1) {
    case .job(let index): return .job(index)
    case .shipment(let index): return stop & 1 == 0 ? .pickup(index) : .delivery(index)
    }
  }
}

extension VroomProblem {
  /// Steps that stay where they are.
  var locks: [Lock] {
    request.vehicles.enumerated().compactMap { v, vehicle in
      let stops = vehicle.steps.filter(\.isLocked).compactMap(stop)
      guard !stops.isEmpty else { return nil }
      return .order(
        vehicle: v,
        stops: stops.map { StopReference($0 >> 1, $0 & 1 == 0 ? .pickup : .delivery) })
    }
  }

  /// Requests of which a step is locked.
  var lockedRequests: Set<Int> {
    Set(request.vehicles.flatMap { $0.steps.filter(\.isLocked).compactMap(stop).map { $0 >> 1 } })
  }

  /// Vehicles whose locked steps a solution does not make, as none makes them.
  public func brokenLocks(_ solution: Solution) -> [VroomFault] {
    request.vehicles.compactMap { vehicle in
      let locked = vehicle.steps.filter(\.isLocked).compactMap(stop)
      guard locked.contains(where: { solution.unserved.contains($0 >> 1) }) else { return nil }
      return VroomFault(
        vehicle.pointer + "/steps", "Infeasible locked steps for vehicle \(vehicle.id).",
        remedy: "No route was found that makes them all in this order: leave out an x_lock.")
    }
  }

  /// All tasks, in the order of the solver's requests.
  public var references: [VroomReference] {
    request.jobs.indices.map { .job($0) } + request.shipments.indices.map { .shipment($0) }
  }
}

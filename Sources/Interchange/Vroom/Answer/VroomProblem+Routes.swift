public import DialARide

extension VroomProblem {
  /// The routes of a scheduled solution; vehicles that serve nobody are not among them.
  public func routes(of solution: Solution, _ problem: Problem) -> [VroomRoute] {
    solution.routes.sorted { $0.vehicle < $1.vehicle }.compactMap { route in
      guard let schedule = route.schedule, route.stops.contains(where: problem.isRequestStop)
      else { return nil }
      var steps: [VroomRoute.Step] = []
      func add(_ kind: VroomStep.Kind, _ arrival: Double, _ begin: Double) {
        steps.append(
          VroomRoute.Step(
            kind: kind, arrival: clock.seconds(arrival), begin: clock.seconds(begin)))
      }
      add(.start, schedule.departure, schedule.departure)
      for (index, stop) in route.stops.enumerated() {
        add(
          step(stop, of: route.vehicle, problem), schedule.arrivals[index], schedule.starts[index])
      }
      add(.end, schedule.arrival, schedule.arrival)
      return VroomRoute(vehicle: route.vehicle, steps: steps)
    }
  }

  /// Who is left out, with the reasons.
  public func unassigned(
    _ solution: Solution, reasons: (VroomReference) -> [VroomReason]
  ) -> [VroomAnswer.Unassigned] {
    solution.unserved.flatMap { r -> [VroomAnswer.Unassigned] in
      let reference = reference(r)
      let found = reasons(reference)
      switch reference {
      case .job(let index): return [VroomAnswer.Unassigned(kind: .job(index), reasons: found)]
      case .shipment(let index):
        return [
          VroomAnswer.Unassigned(kind: .pickup(index), reasons: found),
          VroomAnswer.Unassigned(kind: .delivery(index), reasons: found),
        ]
      }
    }
  }

  /// Points of a route in order; `nil` where the request does not say one.
  public func points(of route: VroomRoute) -> [VroomPoint]? {
    let vehicle = request.vehicles[route.vehicle]
    let visited = route.steps.compactMap { place(of: $0.kind, vehicle: vehicle) }
    let points = visited.compactMap(\.point)
    return points.count == visited.count ? points : nil
  }

  /// Where a step is told to be: a route that is open begins and ends at its first and last task.
  func shownPlace(of kind: VroomStep.Kind, in route: VroomRoute) -> VroomPlace? {
    let vehicle = request.vehicles[route.vehicle]
    let places = route.steps.compactMap { place(of: $0.kind, vehicle: vehicle) }
    return switch kind {
    case .start: places.first
    case .end: places.last
    default: place(of: kind, vehicle: vehicle)
    }
  }

  /// The place of a step; `nil` for breaks, and where a route is open.
  func place(of kind: VroomStep.Kind, vehicle: VroomVehicle) -> VroomPlace? {
    switch kind {
    case .start: vehicle.start
    case .end: vehicle.end
    case .rest: nil
    case .job, .pickup, .delivery: task(kind)?.place
    }
  }

  func task(_ kind: VroomStep.Kind) -> VroomTask? {
    switch kind {
    case .job(let index): request.jobs[index].task
    case .pickup(let index): request.shipments[index].pickup
    case .delivery(let index): request.shipments[index].delivery
    case .start, .end, .rest: nil
    }
  }

  func skills(_ kind: VroomStep.Kind) -> Set<Int> {
    switch kind {
    case .job(let index): request.jobs[index].skills
    case .pickup(let index), .delivery(let index): request.shipments[index].skills
    case .start, .end, .rest: []
    }
  }

  /// Priority counts at both ends of a shipment, as VROOM counts it.
  func priority(_ kind: VroomStep.Kind) -> Int {
    switch kind {
    case .job(let index): request.jobs[index].priority
    case .pickup(let index), .delivery(let index): request.shipments[index].priority
    case .start, .end, .rest: 0
    }
  }
}

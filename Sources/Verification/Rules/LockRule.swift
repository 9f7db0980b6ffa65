import DialARide

extension Verifier {
  /// Decisions that a person has already taken.
  @Sendable static func locks(_ view: SolutionView) -> [Violation] {
    view.draft.locks.compactMap { lock in
      switch lock {
      case .vehicle(let request, let vehicle):
        guard let service = view.service(of: request), service.route.route.vehicle != vehicle
        else { return nil }
        return service.route.violation(.lockVehicle, at: service.first, requests: [request])
      case .forbidden(let request, let vehicle):
        guard let service = view.service(of: request), service.route.route.vehicle == vehicle
        else { return nil }
        return service.route.violation(.lockForbidden, at: service.first, requests: [request])
      case .order(let vehicle, let stops):
        let made = view.references(of: vehicle).filter(stops.contains)
        return made == stops ? nil : broken(.lockOrder, vehicle, stops, made)
      case .frozen(let vehicle, let stops):
        let made = view.references(of: vehicle)
        return made == stops ? nil : broken(.lockFrozen, vehicle, stops, made)
      case .time(let stop, let window): return time(view, stop, window)
      }
    }
  }

  /// Names the requests of the first stop at which the route leaves the locked sequence.
  private static func broken(
    _ rule: Violation.Rule, _ vehicle: Int, _ stops: [StopReference], _ made: [StopReference]
  ) -> Violation {
    let same = zip(stops, made).prefix { $0 == $1 }.count
    let differing = [stops.dropFirst(same).first, made.dropFirst(same).first].compactMap { $0 }
    return Violation(rule, vehicle: vehicle, requests: Set(differing.map(\.request)).sorted())
  }

  private static func time(
    _ view: SolutionView, _ stop: StopReference, _ window: TimeWindow
  ) -> Violation? {
    guard let service = view.service(of: stop.request),
      let schedule = service.route.schedule,
      let visit = service.route.visits.first(where: { service.route.isAt(stop, $0) })
    else { return nil }
    let start = schedule.starts[visit.index]
    guard start < window.start - tolerance || start > window.end + tolerance else { return nil }
    return service.route.violation(
      .lockTime, at: visit.index, requests: [stop.request], value: start,
      limit: start < window.start ? window.start : window.end, unit: .seconds)
  }
}

extension SolutionView {
  /// The pickups and deliveries that the vehicle makes, in order.
  fileprivate func references(of vehicle: Int) -> [StopReference] {
    routes.first { $0.route.vehicle == vehicle }?.references ?? []
  }
}

extension RouteView {
  fileprivate func isAt(_ stop: StopReference, _ visit: Visit) -> Bool {
    switch visit.kind {
    case .pickup(let request): stop == StopReference(request, .pickup)
    case .delivery(let request): stop == StopReference(request, .delivery)
    case .rest, .base: false
    }
  }
}

import DialARide

extension Verifier {
  /// Ties between requests that may lie in different vehicles.
  @Sendable static func links(_ view: SolutionView) -> [Violation] {
    view.draft.links.compactMap { link in
      switch link {
      case .together(let members):
        let served = members.filter(view.servesDemand)
        guard !served.isEmpty, served.count < members.count else { return nil }
        return Violation(.linkTogether, requests: members)
      case .requires(let request, let required):
        guard view.servesDemand(of: request), !view.servesDemand(of: required) else { return nil }
        return Violation(.linkRequires, requests: [request, required])
      case .sameVehicle(let a, let b):
        guard let first = view.service(of: a), let second = view.service(of: b),
          first.route.route.vehicle != second.route.route.vehicle
        else { return nil }
        return Violation(
          .linkSameVehicle, vehicle: second.route.route.vehicle, requests: [a, b])
      case .ordered(let first, let second, let least, let greatest):
        return gap(view, first, second, least: least, greatest: greatest ?? .infinity)
      case .apart, .oneOf: return nil
      }
    }
  }

  private static func gap(
    _ view: SolutionView, _ first: Int, _ second: Int, least: Double, greatest: Double
  ) -> Violation? {
    guard let before = view.service(of: first), let after = view.service(of: second) else {
      return nil
    }
    let vehicle = after.route.route.vehicle
    guard let early = before.route.schedule, let late = after.route.schedule else {
      return Violation(.unjudged, vehicle: vehicle, requests: [first, second])
    }
    let gap = late.starts[after.first] - early.ends[before.last]
    guard gap < least - tolerance || gap > greatest + tolerance else { return nil }
    return Violation(
      .linkGap, vehicle: vehicle, requests: [first, second], stop: after.first, value: gap,
      limit: gap < least ? least : greatest, unit: .seconds)
  }
}

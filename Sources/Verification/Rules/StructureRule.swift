import DialARide

/// Known vehicles and stops, each once, rides whole and in order.
struct StructureRule {
  private(set) var violations: [Violation] = []
  /// Routes in which nothing of this was found wrong.
  private(set) var soundRoutes: [Route] = []

  init(_ solution: Solution, _ problem: Problem) {
    var vehicles: Set<Int> = []
    var made: Set<Int> = []
    for route in solution.routes {
      let before = violations.count
      guard problem.draft.vehicles.indices.contains(route.vehicle) else {
        violations.append(Violation(.unknownVehicle, vehicle: route.vehicle))
        continue
      }
      if !vehicles.insert(route.vehicle).inserted {
        violations.append(Violation(.vehicleTwice, vehicle: route.vehicle))
      }
      checkStops(of: route, problem, &made)
      if violations.count == before { soundRoutes.append(route) }
    }
  }

  private mutating func checkStops(of route: Route, _ problem: Problem, _ made: inout Set<Int>) {
    let draft = problem.draft
    var indexOf: [Int: Int] = [:]
    for (index, stop) in route.stops.enumerated() {
      guard Self.isKnown(stop, route.vehicle, problem) else {
        violations.append(Violation(.unknownStop, vehicle: route.vehicle, stop: index))
        continue
      }
      if case .base = problem.kind(of: stop, in: route.vehicle) { continue }
      if !made.insert(stop).inserted {
        violations.append(
          Violation(
            .stopTwice, vehicle: route.vehicle, requests: Self.request(stop, draft), stop: index))
      }
      indexOf[stop] = indexOf[stop] ?? index
    }
    for (stop, index) in indexOf.sorted(by: { $0.value < $1.value })
    where stop < 2 * draft.requests.count {
      let request = draft.requests[stop / 2]
      guard request.pickup != nil, request.delivery != nil else { continue }
      let partner = indexOf[stop % 2 == 0 ? stop + 1 : stop - 1]
      if partner == nil {
        violations.append(
          Violation(.halfServed, vehicle: route.vehicle, requests: [stop / 2], stop: index))
      } else if let partner, stop % 2 == 0, partner < index {
        violations.append(
          Violation(
            .pickupAfterDelivery, vehicle: route.vehicle, requests: [stop / 2], stop: partner))
      }
    }
  }

  private static func request(_ stop: Int, _ draft: ProblemDraft) -> [Int] {
    stop < 2 * draft.requests.count ? [stop / 2] : []
  }

  private static func isKnown(_ stop: Int, _ vehicle: Int, _ problem: Problem) -> Bool {
    let draft = problem.draft
    let requestStops = 2 * draft.requests.count
    if stop < 0 { return false }
    if stop < requestStops {
      let request = draft.requests[stop / 2]
      return (stop % 2 == 0 ? request.pickup : request.delivery) != nil
    }
    let breaksBefore = draft.vehicles[..<vehicle].reduce(0) { $0 + $1.breaks.count }
    let allBreaks = draft.vehicles.reduce(0) { $0 + $1.breaks.count }
    let rest = stop - requestStops - breaksBefore
    let ownBreak = rest >= 0 && rest < draft.vehicles[vehicle].breaks.count
    return ownBreak || stop == requestStops + allBreaks + vehicle
  }
}

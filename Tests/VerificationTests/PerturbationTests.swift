import CaminTestSupport
import DialARide
import Testing
import Verification

/// One change to a sound route, and the rules of which one must then be named.
private enum Perturbation: CaseIterable {
  case start, arrival, end, departure, routeArrival, duplicate, swapRide, dropStop, dropBreak,
    foreignBase, wrongVehicle, dropTime

  /// The rules that must be found (any one of them); `nil` where the change does not apply.
  func apply(to route: inout Route, _ problem: Problem, _ random: inout SplitMix64)
    -> Set<Violation.Rule>?
  {
    let index = random.int(0...route.stops.count - 1)
    switch self {
    case .start:
      route.schedule?.starts[index] += 5
      return [.service, .setup]
    case .arrival:
      route.schedule?.arrivals[index] -= 5
      return [.travel]
    case .end:
      route.schedule?.ends[index] -= 5
      return [.service, .setup]
    case .departure:
      route.schedule?.departure -= 5
      return [.travel]
    case .routeArrival:
      route.schedule?.arrival += 5
      return [.travel]
    case .dropTime:
      route.schedule?.starts.removeLast()
      return [.scheduleShape]
    case .foreignBase:
      route.stops[index] = problem.stopCount
      return [.unknownStop]
    case .wrongVehicle:
      route.vehicle = problem.vehicleCount
      return [.unknownVehicle]
    case .duplicate: return duplicate(&route, problem)
    case .swapRide: return swapRide(&route, problem)
    case .dropStop: return drop(&route, index, problem)
    case .dropBreak: return dropBreak(&route, problem)
    }
  }

  private func duplicate(_ route: inout Route, _ problem: Problem) -> Set<Violation.Rule>? {
    guard let stop = route.stops.first(where: { !problem.isBaseVisit($0) }) else { return nil }
    route.stops.append(stop)
    return [.stopTwice]
  }

  private func swapRide(_ route: inout Route, _ problem: Problem) -> Set<Violation.Rule>? {
    for (index, stop) in route.stops.enumerated() where problem.isPickup(stop) {
      guard let delivery = route.stops.firstIndex(of: stop ^ 1) else { continue }
      route.stops.swapAt(index, delivery)
      return [.pickupAfterDelivery]
    }
    return nil
  }

  private func drop(_ route: inout Route, _ index: Int, _ problem: Problem)
    -> Set<Violation.Rule>?
  {
    let stop = route.stops[index]
    guard problem.isRequestStop(stop) else { return nil }
    remove(index, from: &route)
    return problem.isRide(stop >> 1) ? [.halfServed] : [.unservedList]
  }

  /// Drops a break that is due on every route that serves a request.
  private func dropBreak(_ route: inout Route, _ problem: Problem) -> Set<Violation.Rule>? {
    let first = problem.breakStops(of: route.vehicle).lowerBound
    let breaks = problem.vehicles[route.vehicle].breaks
    guard
      let index = route.stops.firstIndex(where: {
        problem.isBreak($0) && breaks[$0 - first].dueAfter == 0
      }), route.stops.contains(where: problem.isRequestStop)
    else { return nil }
    remove(index, from: &route)
    return [.breakMissing]
  }

  private func remove(_ index: Int, from route: inout Route) {
    route.stops.remove(at: index)
    route.schedule?.arrivals.remove(at: index)
    route.schedule?.starts.remove(at: index)
    route.schedule?.ends.remove(at: index)
  }
}

@Suite struct PerturbationTests {
  @Test(arguments: 500..<510)
  func namesWhatWasDone(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    var random = SplitMix64(seed: UInt64(seed))
    var applied: [Perturbation: Int] = [:]
    for number in 0..<100 {
      let problem = try Problem(generator.draft())
      for _ in 0..<3 {
        let route = generator.route(in: problem).scheduled(in: problem)
        guard route.schedule != nil else { continue }
        let unserved = AgreementTests.solution(route, problem).unserved
        for perturbation in Perturbation.allCases {
          var changed = route
          guard let rules = perturbation.apply(to: &changed, problem, &random) else { continue }
          let solution = Solution(routes: [changed], unserved: unserved)
          let found = Verifier.violations(in: solution, of: problem).map(\.rule)
          try #require(
            !rules.isDisjoint(with: found), "problem \(number), \(perturbation), \(found)")
          applied[perturbation, default: 0] += 1
        }
      }
    }
    #expect(applied.count == Perturbation.allCases.count, "\(applied)")
  }
}

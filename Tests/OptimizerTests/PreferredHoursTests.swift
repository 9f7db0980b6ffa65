import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Hours that drivers would rather keep to: the search prices them as the scheduler does, and no schedule does better.
@Suite struct PreferredHoursTests {
  private func problem(_ seed: UInt64) throws -> (Problem, Route) {
    var generator = ProblemGenerator(seed: 7_000_000 + seed)
    generator.severalWindows = 0
    generator.withTies = false
    generator.withPreferredHours = true
    var draft = generator.draft()
    for v in draft.vehicles.indices {
      draft.vehicles[v].breaks = []
      draft.vehicles[v].mayReturnToBase = false
    }
    let problem = try Problem(draft)
    return (problem, generator.route(in: problem))
  }

  private func judged(_ route: Route, _ problem: Problem) -> Double {
    let walker = RouteWalker(SearchProblem(problem))
    return route.stops.map(Int32.init).withUnsafeBufferPointer { stops in
      stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func theSearchAgreesWithTheScheduler(block: UInt64) throws {
    var charged = 0
    for seed in block * 500..<block * 500 + 500 {
      let (problem, route) = try problem(seed)
      guard keepsTriangles(problem) else { continue }
      let cost = judged(route, problem)
      let expected = Reference.cost(route, problem)
      #expect(cost.isFinite == (expected != nil), "seed \(seed)")
      if let expected, cost.isFinite { #expect(abs(cost - expected) < 1e-6, "seed \(seed)") }
      let scheduled = route.scheduled(in: problem)
      guard let schedule = scheduled.schedule else { continue }
      let verified = Verifier.cost(of: Solution(routes: [scheduled], unserved: []), in: problem)
      #expect(abs(verified.routing - scheduled.cost(in: problem).routing) < 1e-6, "seed \(seed)")
      if let preferred = problem.vehicles[route.vehicle].preferredHours,
        preferred.cost(from: schedule.departure, to: schedule.arrival) > 0
      {
        charged += 1
      }
    }
    #expect(charged > 20)
  }

  /// A route that can be driven within some hours costs no more outside the preferred ones than these hours do.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func noOtherHoursCostLess(block: UInt64) throws {
    var compared = 0
    for seed in block * 100..<block * 100 + 100 {
      let (problem, route) = try problem(seed)
      var draft = problem.draft
      for r in draft.requests.indices { draft.requests[r].latenessCost = 0 }
      let free = try Problem(draft)
      let vehicle = draft.vehicles[route.vehicle]
      guard let preferred = vehicle.preferredHours,
        let schedule = route.scheduled(in: free).schedule
      else { continue }
      let cost = preferred.cost(from: schedule.departure, to: schedule.arrival)
      for departure in stride(from: 0.0, through: 900, by: 60) {
        for arrival in stride(from: departure + 60, through: 1500, by: 90) {
          guard vehicle.shift.start <= departure, arrival <= vehicle.shift.end else { continue }
          draft.vehicles[route.vehicle].shift = TimeWindow(departure, arrival)
          draft.vehicles[route.vehicle].preferredHours = nil
          guard try route.scheduled(in: Problem(draft)).schedule != nil else { continue }
          compared += 1
          #expect(cost <= preferred.cost(from: departure, to: arrival) + 1e-6, "seed \(seed)")
        }
      }
    }
    #expect(compared > 100)
  }
}

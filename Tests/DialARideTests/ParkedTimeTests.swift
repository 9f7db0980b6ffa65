import CaminTestSupport
import DialARide
import Testing

/// R34: nobody sits in a standing vehicle longer than the order of the stops makes unavoidable.
@Suite struct ParkedTimeTests {
  /// The oracle knows nothing of the scheduler: it minimises over all times that keep the difference constraints, by
  /// a minimum-cost flow, with departure and end left free.
  @Test("R34: no schedule parks riders for less time than the one written", arguments: 0..<20)
  func noScheduleParksLess(block: Int) throws {
    var compared = 0
    var parked = 0
    for index in 0..<100 {
      let seed = UInt64(7_000_000 + block * 100 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.requests = 2...7
      generator.severalWindows = 0
      generator.withTies = false
      var draft = generator.draft()
      for r in draft.requests.indices { draft.requests[r].latenessCost = 0 }
      let problem = try Problem(draft)
      for _ in 0..<3 {
        let route = generator.route(in: problem).scheduled(in: problem)
        guard let schedule = route.schedule else { continue }
        let oracle = RouteOracle(problem, vehicle: route.vehicle, stops: route.stops)
        let least = try #require(oracle.leastRideTime())
        let rides = route.statistics(in: problem).rides
        let written = try rides.reduce(0.0) { sum, ride in
          let pickup = try #require(route.stops.firstIndex(of: 2 * ride.request))
          return sum + ride.time + schedule.ends[pickup] - schedule.starts[pickup]
        }
        try #require(abs(written - Double(least)) < 1e-4, "seed \(seed), \(route), \(least)")
        compared += rides.isEmpty ? 0 : 1
        parked += route.statistics(in: problem).longestIdleOnBoard > 0 ? 1 : 0
      }
    }
    // Some routes must have a wait on board that nothing avoids, or the comparison would say little.
    #expect(compared > 60 && parked > 5, "compared \(compared), parked \(parked)")
  }

  @Test("R34: the wait comes before the pick-up, and is told where it cannot")
  func waitsBeforeThePickup() throws {
    var world = LineWorld()
    world.ride("a", from: 1, to: 5)
    world.ride("b", from: 3, to: 5, pickup: [TimeWindow(2000, 2100)])
    world.vehicle("v")
    func waits(_ problem: Problem) throws -> [Double] {
      let stops = try problem.stops("+a +b -a -b")
      let schedule = try #require(Scheduler.schedule(problem, vehicle: 0, stops: stops).schedule)
      return zip(schedule.starts, schedule.arrivals).map { $0 - $1 }
    }
    #expect(try waits(world.problem()) == [0, 0, 0, 0])
    // Told to be ready by 500 at the latest, a waits on board from 620 on.
    world.draft.requests[0].pickup?.windows = [TimeWindow(0, 500)]
    #expect(try waits(world.problem()) == [0, 1380, 0, 0])
  }
}

import CaminTestSupport
import DialARide
import Testing

/// The scheduler against an oracle that tries everything, on small random routes.
@Suite struct SchedulerPropertyTests {
  @Test(arguments: 0..<20)
  func agreesWithTheOracle(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    var feasible = 0
    var rideChecked = 0
    for _ in 0..<200 {
      let problem = try Problem(generator.draft())
      for _ in 0..<5 {
        let route = generator.route(in: problem)
        let oracle = RouteOracle(problem, vehicle: route.vehicle, stops: route.stops)
        let result = Scheduler.schedule(problem, vehicle: route.vehicle, stops: route.stops)
        let seen = "seed \(seed), \(problem.name(of: route)), \(result)"
        try #require(oracle.isFeasible == (result.schedule != nil), "\(seen)")
        guard let schedule = result.schedule else { continue }
        feasible += 1
        let scheduled = Route(vehicle: route.vehicle, stops: route.stops, schedule: schedule)
        let duration = scheduled.statistics(in: problem).duration
        let leastDuration = try #require(oracle.leastDuration)
        try #require(abs(duration - Double(leastDuration)) < 1e-5, "\(seen)")
        let lateness = scheduled.cost(in: problem).lateness
        let leastLateness = try #require(oracle.leastLateness)
        try #require(abs(lateness - Double(leastLateness)) < 1e-5, "\(seen)")
        rideChecked += try checkRideTime(scheduled, oracle, problem, seen) ? 1 : 0
      }
    }
    // The sample must not be one-sided, or it would prove little.
    #expect(feasible > 150 && rideChecked > 120, "feasible \(feasible), rides \(rideChecked)")
  }

  /// Compares the ride time, given the schedule's own departures and ends; false where a departure lies
  /// between whole seconds (just behind a window that had to be left).
  private func checkRideTime(
    _ route: Route, _ oracle: RouteOracle, _ problem: Problem, _ seen: String
  ) throws -> Bool {
    guard let schedule = route.schedule else { return false }
    var departures = [schedule.departure]
    var ends: [Double] = []
    for (index, stop) in route.stops.enumerated() where problem.isBaseVisit(stop) {
      ends.append(schedule.arrivals[index])
      departures.append(schedule.ends[index])
    }
    ends.append(schedule.arrival)
    guard (departures + ends).allSatisfy({ abs($0 - $0.rounded()) < 1e-6 }) else { return false }
    let least = try #require(
      oracle.leastRideTime(
        departures: departures.map { Int($0.rounded()) }, ends: ends.map { Int($0.rounded()) }),
      "\(seen)")
    let figures = route.statistics(in: problem)
    var rideTime = 0.0
    for ride in figures.rides {
      rideTime += ride.time
      let pickup = try #require(route.stops.firstIndex(of: 2 * ride.request))
      rideTime += schedule.ends[pickup] - schedule.starts[pickup]
    }
    try #require(abs(rideTime - Double(least.rideTime)) < 1e-4, "\(seen), least \(least)")
    return true
  }
}

extension Problem {
  /// The route in words, for messages.
  func name(of route: Route) -> String {
    "v\(route.vehicle): " + route.stops.map { name(ofStop: $0) }.joined(separator: " ")
  }
}

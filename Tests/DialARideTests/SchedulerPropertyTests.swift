import CaminTestSupport
import DialARide
import Testing

/// The scheduler against an oracle that tries everything, on small random routes.
@Suite struct SchedulerPropertyTests {
  @Test(arguments: 0..<20)
  func agreesWithTheOracle(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    let seen = try compare(&generator, problems: 200, routes: 5)
    // The sample must not be one-sided, or it would prove little.
    #expect(seen.feasible > 150 && seen.rideChecked > 120, "\(seen)")
  }

  /// Many rides that overlap, few limits: what is hard here is the least ride time.
  @Test(arguments: 100..<110)
  func agreesOnLongerRoutes(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.requests = 6...9
    generator.severalWindows = 0.02
    generator.likelihood = 0.1
    let seen = try compare(&generator, problems: 60, routes: 3)
    #expect(seen.feasible > 20 && seen.rideChecked > 20, "\(seen)")
  }

  /// Some stops cost something if they are made too early, some if too late: lateness comes first.
  @Test(arguments: 200..<210)
  func agreesWhereEarlyStopsCost(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.severalWindows = 0
    generator.withEarliness = true
    let seen = try compare(&generator, problems: 100, routes: 4)
    #expect(seen.feasible > 25 && seen.rideChecked > 25 && seen.early > 5, "\(seen)")
  }

  /// Hours that the driver prefers come first, then nobody is early who need not be. Lateness at stops is left out: with
  /// it, the hours are not chosen for the least sum of both.
  @Test(arguments: 210..<220)
  func agreesWhereEarlyStopsAndTheHoursCost(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.severalWindows = 0
    generator.withEarliness = true
    generator.withPreferredHours = true
    let seen = try compare(&generator, problems: 100, routes: 4) { draft in
      for r in draft.requests.indices { draft.requests[r].latenessCost = 0 }
    }
    #expect(seen.feasible > 25 && seen.rideChecked > 25, "\(seen)")
    #expect(seen.early > 5 && seen.late > 5, "\(seen)")
  }

  /// Times that are no whole numbers: rounding must not turn a tight route into an infeasible one.
  @Test(arguments: [1.0 / 7, 100.0 / 7, 600.0 / 7])
  func doesNotMindRounding(factor: Double) throws {
    var generator = ProblemGenerator(seed: 42)
    for number in 0..<300 {
      var draft = generator.draft()
      for r in draft.requests.indices { draft.requests[r].longestDetour = nil }
      let whole = try Problem(draft)
      let scaled = try Problem(draft.scaled(by: factor))
      for _ in 0..<5 {
        let route = generator.route(in: whole)
        let exact = Scheduler.schedule(whole, vehicle: route.vehicle, stops: route.stops)
        let rounded = Scheduler.schedule(scaled, vehicle: route.vehicle, stops: route.stops)
        let seen: Comment = "problem \(number), \(route)"
        try #require(exact.conflict == rounded.conflict, seen)
        let durations = [(exact, whole), (rounded, scaled)].map { result, problem in
          Route(vehicle: route.vehicle, stops: route.stops, schedule: result.schedule)
            .statistics(in: problem).duration
        }
        try #require(abs(durations[0] * factor - durations[1]) < 1e-5, seen)
      }
    }
  }

  /// What a sample held.
  private struct Sample {
    var feasible = 0
    var rideChecked = 0
    /// Schedules that are charged for early stops, and for lateness.
    var early = 0
    var late = 0
  }

  private func compare(
    _ generator: inout ProblemGenerator, problems: Int, routes: Int,
    with change: (inout ProblemDraft) -> Void = { _ in }
  ) throws -> Sample {
    var sample = Sample()
    for number in 0..<problems {
      var draft = generator.draft()
      change(&draft)
      let problem = try Problem(draft)
      for _ in 0..<routes {
        let route = generator.route(in: problem)
        let oracle = RouteOracle(problem, vehicle: route.vehicle, stops: route.stops)
        let result = Scheduler.schedule(problem, vehicle: route.vehicle, stops: route.stops)
        let seen = "problem \(number), \(problem.name(of: route)), \(result)"
        try #require(oracle.isFeasible == (result.schedule != nil), "\(seen)")
        guard let schedule = result.schedule else { continue }
        sample.feasible += 1
        let scheduled = Route(vehicle: route.vehicle, stops: route.stops, schedule: schedule)
        let duration = scheduled.statistics(in: problem).duration
        let leastDuration = try #require(oracle.leastDuration)
        try #require(abs(duration - Double(leastDuration)) < 1e-5, "\(seen)")
        let lateness = scheduled.cost(in: problem).lateness
        let leastLateness = try #require(oracle.leastLateness)
        let leastEarliness = try #require(oracle.leastEarliness)
        try #require(abs(lateness - Double(leastLateness + leastEarliness)) < 1e-5, "\(seen)")
        sample.early += leastEarliness > 0 ? 1 : 0
        sample.late += leastLateness > 0 ? 1 : 0
        sample.rideChecked += try checkRideTime(scheduled, oracle, problem, seen) ? 1 : 0
      }
    }
    return sample
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

extension ProblemDraft {
  /// The same problem with all times multiplied.
  fileprivate func scaled(by factor: Double) -> ProblemDraft {
    var draft = self
    func scale(_ window: TimeWindow) -> TimeWindow {
      TimeWindow(window.start * factor, window.end * factor)
    }
    func scale(_ stop: inout StopDraft?) {
      guard var scaled = stop else { return }
      scaled.serviceTime *= factor
      scaled.windows = scaled.windows.map(scale)
      stop = scaled
    }
    for r in draft.requests.indices {
      scale(&draft.requests[r].pickup)
      scale(&draft.requests[r].delivery)
      draft.requests[r].longestRide = requests[r].longestRide.map { $0 * factor }
    }
    for v in draft.vehicles.indices {
      draft.vehicles[v].shift = scale(vehicles[v].shift)
      for b in draft.vehicles[v].breaks.indices {
        draft.vehicles[v].breaks[b].duration *= factor
        draft.vehicles[v].breaks[b].windows = vehicles[v].breaks[b].windows.map(scale)
      }
      draft.vehicles[v].longestDuration = vehicles[v].longestDuration.map { $0 * factor }
      draft.vehicles[v].longestIdle = vehicles[v].longestIdle.map { $0 * factor }
      draft.vehicles[v].longestIdleOnBoard = vehicles[v].longestIdleOnBoard.map { $0 * factor }
      draft.vehicles[v].setupTimes = vehicles[v].setupTimes.map { $0.map { $0 * factor } }
    }
    for k in draft.matrices.indices {
      draft.matrices[k].times = matrices[k].times.map { $0 * factor }
    }
    draft.locks = draft.locks.map { lock in
      if case .time(let stop, let window) = lock { return .time(stop: stop, window: scale(window)) }
      return lock
    }
    return draft
  }
}

extension Problem {
  /// The route in words, for messages.
  func name(of route: Route) -> String {
    "v\(route.vehicle): " + route.stops.map { name(ofStop: $0) }.joined(separator: " ")
  }
}

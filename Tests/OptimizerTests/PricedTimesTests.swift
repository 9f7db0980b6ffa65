import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Everything about times that costs something, on one problem: early and late stops, and the hours that drivers prefer.
@Suite struct PricedTimesTests {
  private static func generator(_ seed: UInt64) -> ProblemGenerator {
    var generator = ProblemGenerator(seed: seed)
    generator.severalWindows = 0
    generator.withTies = false
    generator.withEarliness = true
    generator.withPreferredHours = true
    return generator
  }

  /// The search's price of a route, with the visits that it adds, is that of the schedule that is written, by the sum of
  /// the solution and by the checker.
  @Test(arguments: [false, true], 0..<6)
  func theSearchPricesWhatIsWritten(withVisits: Bool, block: Int) throws {
    var (early, outside, visits) = (0, 0, 0)
    for index in 0..<600 {
      let seed = UInt64(44_000_000 + block * 600 + index)
      var generator = Self.generator(seed)
      var draft = generator.draft()
      for v in draft.vehicles.indices where !withVisits {
        draft.vehicles[v].breaks = []
        draft.vehicles[v].mayReturnToBase = false
      }
      let problem = try Problem(draft)
      guard keepsTriangles(problem) else { continue }
      let route = generator.route(in: problem)
      let bare = route.stops.filter(problem.isRequestStop)
      let walker = RouteWalker(SearchProblem(problem))
      let cost = bare.map(Int32.init).withUnsafeBufferPointer { stops in
        stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
      }
      if !withVisits {
        #expect(cost.isFinite == (Reference.cost(route, problem) != nil), "seed \(seed)")
      }
      guard cost.isFinite, !bare.isEmpty else { continue }
      let written = Route(
        vehicle: route.vehicle, stops: (1...walker.count).map { Int(walker.stop[$0]) })
      let expected = try #require(Reference.cost(written, problem), "seed \(seed)")
      #expect(abs(expected - cost) < 1e-6, "seed \(seed)")
      let scheduled = written.scheduled(in: problem)
      let schedule = try #require(scheduled.schedule)
      let verified = Verifier.cost(of: Solution(routes: [scheduled], unserved: []), in: problem)
      #expect(abs(verified.routing - cost) < 1e-6, "seed \(seed)")
      visits += written.stops.count - bare.count
      early += isEarly(written, schedule, problem) ? 1 : 0
      if let preferred = problem.vehicles[route.vehicle].preferredHours {
        outside += preferred.cost(from: schedule.departure, to: schedule.arrival) > 0 ? 1 : 0
      }
    }
    #expect(early > 5 && outside > 5 && withVisits == (visits > 0), "\(early), \(outside)")
  }

  private func isEarly(_ route: Route, _ schedule: Schedule, _ problem: Problem) -> Bool {
    route.stops.enumerated().contains { index, stop in
      problem.isRequestStop(stop) && problem.earlinessCost[stop >> 1] > 0
        && schedule.starts[index] < problem.readyTime[stop] - 1e-6
    }
  }

  /// Several windows, ties and all: the objective that the search states is that of its schedules.
  @Test(arguments: 0..<6)
  func answersPassTheChecker(block: Int) throws {
    for index in 0..<25 {
      let seed = UInt64(45_000_000 + block * 25 + index)
      var generator = Self.generator(seed)
      generator.requests = 2...8
      generator.vehicles = 1...4
      generator.severalWindows = 0.25
      generator.withTies = true
      var draft = generator.draft()
      // Whether all mandatory requests fit is not known here.
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 400
      }
      let problem = try Problem(draft)
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 200)).run()
      let violations = Verifier.violations(in: result.solution, of: problem).filter {
        !$0.obeysLock
      }
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
      #expect(abs(result.cost.total - result.solution.cost(in: problem).total) < 1e-6)
      let verified = Verifier.cost(of: result.solution, in: problem)
      #expect(abs(result.cost.total - verified.total) < 1e-6, "seed \(seed)")
    }
  }

  @Test("R6, R26: who is early is brought later, but nobody drives beyond the hours wished for")
  func theHoursBindThePostponement() throws {
    var world = LineWorld()
    world.ride("a", from: 5, to: 10, delivery: [TimeWindow(3600, 7200)])
    world.vehicle("v") { $0.shift = TimeWindow(0, 9000) }
    world.draft.requests[0].delivery?.readyTime = 7200
    world.draft.requests[0].earlinessCost = 0.1
    func schedule(from start: Double = 0, until end: Double) throws -> Schedule {
      world.draft.vehicles[0].preferredHours = PreferredHours(
        TimeWindow(start, end), costPerSecond: 0.01)
      let problem = try world.problem()
      return try #require(
        Route(vehicle: 0, stops: try problem.stops("+a -a")).scheduled(in: problem).schedule)
    }
    // From km 10 home it takes 600 s.
    #expect(try schedule(until: 9000).starts[1] == 7200)
    #expect(try schedule(from: 600, until: 9000).starts[1] == 7200)
    let bound = try schedule(until: 6000)
    #expect(bound.starts[1] == 5400 && bound.arrival == 6000 && bound.departure == 4800)
    // Where the route must end after the hours, it ends no later than it must, however cheap that were.
    #expect(try schedule(until: 4000).starts[1] == 3600)
    // Nobody is driven later than that asks for.
    world.draft.requests[0].delivery?.readyTime = 4500
    #expect(try schedule(until: 9000).starts[1] == 4500)
    world.draft.requests[0].delivery?.readyTime = 3000
    #expect(try schedule(until: 9000).starts[1] == 3600)
  }
}

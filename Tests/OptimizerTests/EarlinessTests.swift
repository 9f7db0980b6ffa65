import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// R6: what it costs to be early, beside what it costs to be late.
@Suite struct EarlinessTests {
  @Test("R6: walker, scheduler and checker agree on what early times cost", arguments: 0..<6)
  func agree(block: Int) throws {
    var (paid, free) = (0, 0)
    for index in 0..<500 {
      let seed = UInt64(43_000_000 + block * 500 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.severalWindows = 0
      generator.withTies = false
      var draft = generator.draft()
      var random = SplitMix64(seed: seed)
      for v in draft.vehicles.indices {
        // These are placed by the walker itself.
        draft.vehicles[v].breaks = []
        draft.vehicles[v].mayReturnToBase = false
      }
      for r in draft.requests.indices where random.chance(0.7) {
        draft.requests[r].delivery?.readyTime = random.number(0...1000)
        draft.requests[r].earlinessCost = random.number(0...5)
        if random.chance(0.5) { draft.requests[r].pickup?.readyTime = random.number(0...600) }
        if random.chance(0.5) {
          draft.requests[r].latenessCost = random.number(1...5)
          draft.requests[r].delivery?.dueTime = random.number(0...1000)
        }
      }
      let problem = try Problem(draft)
      guard keepsTriangles(problem) else { continue }
      let route = generator.route(in: problem)
      let walker = RouteWalker(SearchProblem(problem))
      let cost = route.stops.map(Int32.init).withUnsafeBufferPointer { stops in
        stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
      }
      let expected = Reference.cost(route, problem)
      #expect(cost.isFinite == (expected != nil), "seed \(seed)")
      guard let expected, cost.isFinite else { continue }
      #expect(abs(cost - expected) < 1e-6, "seed \(seed)")
      let solution = Solution(routes: [route.scheduled(in: problem)], unserved: [])
      let told = (Verifier.cost(of: solution, in: problem), solution.cost(in: problem))
      #expect(abs(told.0.lateness - told.1.lateness) < 1e-9, "seed \(seed)")
      paid += told.0.lateness > 0 ? 1 : 0
      free += told.0.lateness > 0 ? 0 : 1
    }
    #expect(paid > 20 && free > 0, "\(paid) paid, \(free) free")
  }

  @Test("R6: a ride alone arrives when it should, and not as soon as it may")
  func wholeTourLater() throws {
    var world = LineWorld()
    world.ride("a", from: 5, to: 10, delivery: [TimeWindow(3600, 7200)])
    world.vehicle("v") { $0.shift = TimeWindow(0, 7700) }
    let stops = try world.problem().stops("+a -a")
    func schedule() throws -> Schedule {
      try #require(Route(vehicle: 0, stops: stops).scheduled(in: try world.problem()).schedule)
    }
    #expect(try schedule().starts[1] == 3600)
    world.draft.requests[0].delivery?.readyTime = 7200
    world.draft.requests[0].earlinessCost = 0.1
    // Back at km 0 by 7700: there at 7100, and as long on the way as before.
    let late = try schedule()
    #expect(late.starts[1] == 7100 && late.arrival - late.departure == 1200)
  }

  @Test("R6: who need not be early is brought later where that costs nobody anything")
  func later() throws {
    var world = LineWorld()
    world.ride("c", from: 0, to: 5, pickup: [TimeWindow(0, 0)])
    world.ride("a", from: 5, to: 10, delivery: [TimeWindow(600, 3700)])
    world.ride("b", from: 20, to: 10, delivery: [TimeWindow(4800, 4800)])
    world.vehicle("v")
    world.draft.requests[1].delivery?.readyTime = 3700
    world.draft.requests[1].earlinessCost = 0.1
    func arrival() throws -> (time: Double, cost: Double) {
      let problem = try world.problem()
      let route = Route(vehicle: 0, stops: try problem.stops("+c -c +a -a +b -b"))
        .scheduled(in: problem)
      return (try #require(route.schedule).starts[3], route.cost(in: problem).lateness)
    }
    // b is picked up at 4200 at the latest, ten minutes from where a gets out: at 3600, 100 s early at 0.1.
    let free = try arrival()
    #expect(free.time == 3600 && abs(free.cost - 10) < 1e-9)
    // Where the window ends before, half an hour is the least that can be paid for.
    world.draft.requests[1].delivery?.windows = [TimeWindow(600, 1900)]
    let bound = try arrival()
    #expect(bound.time == 1900 && abs(bound.cost - 180) < 1e-9)
  }
}

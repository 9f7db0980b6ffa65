import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Services that hang on the vehicle and the place before, exchanges, loads during breaks, numbers of stops.
@Suite struct ServiceRuleTests {
  static func generator(_ seed: UInt64) -> ProblemGenerator {
    var generator = ProblemGenerator(seed: seed)
    generator.withServiceRules = true
    generator.severalWindows = 0
    generator.withTies = false
    return generator
  }

  /// Breaks and base visits are placed by the walker itself, and are left out.
  static func plain(_ draft: ProblemDraft) -> ProblemDraft {
    var draft = draft
    for v in draft.vehicles.indices {
      draft.vehicles[v].breaks = []
      draft.vehicles[v].mayReturnToBase = false
    }
    return draft
  }

  @Test(arguments: 0..<10)
  func theWalkerAgreesWithSchedulerAndChecker(block: Int) throws {
    var feasible = 0
    for index in 0..<400 {
      let seed = UInt64(31_000_000 + block * 400 + index)
      var generator = Self.generator(seed)
      let problem = try Problem(Self.plain(generator.draft()))
      guard keepsTriangles(problem) else { continue }
      let route = generator.route(in: problem)
      let walker = RouteWalker(SearchProblem(problem))
      let cost = route.stops.map(Int32.init).withUnsafeBufferPointer { stops in
        stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
      }
      let expected = Reference.cost(route, problem)
      #expect(cost.isFinite == (expected != nil), "seed \(seed)")
      if let expected, cost.isFinite {
        feasible += 1
        #expect(abs(cost - expected) < 1e-6, "seed \(seed)")
      }
    }
    #expect(feasible > 30)
  }

  @Test(arguments: 0..<8)
  func answersPassTheChecker(block: Int) throws {
    for index in 0..<40 {
      let seed = UInt64(32_000_000 + block * 40 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.withServiceRules = true
      generator.requests = 2...9
      generator.vehicles = 1...4
      var draft = generator.draft()
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
      #expect(result.lowerBound.map { $0.value <= result.cost.total + 1e-6 } ?? true)
    }
  }

  @Test(arguments: 0..<40)
  func findsTheOptimumOfTinyProblems(index: Int) throws {
    var generator = Self.generator(UInt64(33_000_000 + index))
    generator.requests = 2...3
    generator.vehicles = 1...2
    var draft = Self.plain(generator.draft())
    for r in draft.requests.indices { draft.requests[r].unservedPenalty = 300 }
    try Self.expectOptimum(draft, "seed \(33_000_000 + index)")
  }

  /// Jobs that bring, take or exchange loads, in vehicles with one capacity: the insertion's own tests decide.
  @Test(arguments: 0..<60)
  func findsTheOptimumOfTinyRoundsOfJobs(index: Int) throws {
    var random = SplitMix64(seed: UInt64(34_000_000 + index))
    let places = (0..<5).map { _ in (random.int(0...20), random.int(0...20)) }
    let times = places.flatMap { a in
      places.map { Double(abs(a.0 - $0.0) + abs(a.1 - $0.1)) }
    }
    var draft = ProblemDraft(matrices: [MatrixDraft(size: 5, times: times)])
    for r in 0..<4 {
      let start = random.number(0...60)
      let stop = StopDraft(
        location: random.int(1...4), serviceTime: random.number(0...5),
        windows: random.chance(0.5) ? [TimeWindow(start, start + 40)] : [])
      let kind = random.int(0...3)
      let brings = [random.int(0...2), random.int(0...1)]
      draft.requests.append(
        RequestDraft(
          id: "\(r)", pickup: kind == 0 || kind == 3 ? stop : nil,
          delivery: kind == 0
            ? nil : kind == 3 ? StopDraft(location: random.int(0...4)) : stop,
          load: brings, unservedPenalty: 500,
          exchange: kind == 2 ? [random.int(0...2), random.int(0...1)] : nil))
    }
    draft.vehicles = (0..<2).map { v in
      VehicleDraft(
        id: "v\(v)", start: 0, end: 0, shift: TimeWindow(0, random.number(60...160)),
        layouts: [[random.int(1...3), random.int(0...2)]], costPerSecondDriven: 1,
        mostStops: random.chance(0.3) ? 3 : nil)
    }
    try Self.expectOptimum(draft, "seed \(34_000_000 + index)")
  }

  static func expectOptimum(_ draft: ProblemDraft, _ seed: Comment) throws {
    let problem = try Problem(draft)
    guard keepsTriangles(problem) else { return }
    let result = try Search(problem, options: SolverOptions(iterations: 2_000)).run()
    let optimum = BruteOptimum(problem).cost()
    #expect(abs(result.cost.total - optimum) < 1e-6, "\(result.cost.total), \(optimum), \(seed)")
    // With so little to enumerate the bound is worked out to its end.
    let bound = LowerBounding.bound(problem, upperBound: optimum + 1e-4, timeLimit: 5)
    #expect(bound.value <= optimum + 1e-3, seed)
  }
}

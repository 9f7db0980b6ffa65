import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// R8, R29: detours that those on board cause each other, and vehicles sent out for few.
@Suite struct SharedDetourTests {
  /// Random days on which the rule holds for most rides, by the rider, by the tour, or by both.
  static func draft(_ seed: UInt64, ties: Bool) -> ProblemDraft {
    var generator = ProblemGenerator(seed: seed)
    generator.severalWindows = 0
    generator.withTies = ties
    var draft = generator.draft()
    var random = SplitMix64(seed: seed)
    let basis = random.int(0...2)
    draft.sharedDetour = SharedDetour(
      perFellow: random.number(0...60), most: random.number(20...150), limitsRiders: basis != 1,
      limitsTours: basis != 2)
    for r in draft.requests.indices {
      let isRide = draft.requests[r].pickup != nil && draft.requests[r].delivery != nil
      draft.requests[r].longestDetour = nil
      draft.requests[r].sharesDetour = isRide && random.chance(0.8) ? true : nil
      draft.requests[r].ridesAlone = false
      draft.requests[r].headcount = random.chance(0.3) ? random.int(0...3) : nil
    }
    for v in draft.vehicles.indices where random.chance(0.5) {
      draft.vehicles[v].fewRequests = FewRequests(
        least: random.int(0...3), cost: random.number(1...50))
    }
    return draft
  }

  @Test("R8: walker, scheduler and checker agree on every route", arguments: 0..<5)
  func agree(block: Int) throws {
    var (feasible, refused) = (0, 0)
    for index in 0..<800 {
      let seed = UInt64(41_000_000 + block * 800 + index)
      var draft = Self.draft(seed, ties: false)
      for v in draft.vehicles.indices {
        // These are placed by the walker itself.
        draft.vehicles[v].breaks = []
        draft.vehicles[v].mayReturnToBase = false
      }
      let problem = try Problem(draft)
      guard keepsTriangles(problem) else { continue }
      var generator = ProblemGenerator(seed: seed)
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
      draft.sharedDetour = nil
      if !cost.isFinite, Reference.cost(route, try Problem(draft)) != nil { refused += 1 }
    }
    // The rule itself must be what forbids some of them.
    #expect(feasible > 30 && refused > 3, "\(feasible) feasible, \(refused) refused")
  }

  @Test("R8: what the search answers passes the checker, and no bound exceeds it", arguments: 0..<8)
  func answersPassTheChecker(block: Int) throws {
    for index in 0..<30 {
      let seed = UInt64(42_000_000 + block * 30 + index)
      var draft = Self.draft(seed, ties: true)
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 400
      }
      draft.locks = []
      let problem = try Problem(draft)
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 150)).run()
      let found = Verifier.violations(in: result.solution, of: problem)
      #expect(found.isEmpty, "seed \(seed): \(found)")
      let cost = Verifier.cost(of: result.solution, in: problem)
      #expect(abs(cost.total - result.cost.total) < 1e-6, "seed \(seed)")
      if let bound = result.lowerBound?.value {
        #expect(bound <= cost.total + 1e-6, "seed \(seed): \(bound) above \(cost.total)")
      }
    }
  }
}

import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Breaks anywhere on the way, and tolls, in walker, search and bound.
@Suite struct WayRuleTests {
  private static func generator(_ seed: UInt64) -> ProblemGenerator {
    var generator = ProblemGenerator(seed: seed)
    generator.withWayRules = true
    generator.severalWindows = 0
    generator.withTies = false
    return generator
  }

  /// What the walker makes of bare stops: the scheduler finds its route feasible and no dearer, and where no place
  /// for its breaks was found there mostly is none.
  @Test(arguments: 0..<8)
  func theWalkerPlacesBreaksOnTheWay(block: Int) throws {
    var placed = 0
    var missed = 0
    for index in 0..<300 {
      let seed = UInt64(35_000_000 + block * 300 + index)
      var generator = Self.generator(seed)
      var draft = generator.draft()
      for r in draft.requests.indices { draft.requests[r].latenessCost = 0 }
      let problem = try Problem(draft)
      guard keepsTriangles(problem) else { continue }
      let route = generator.route(in: problem)
      let bare = route.stops.filter { problem.isRequestStop($0) }
      guard !bare.isEmpty else { continue }
      let walker = RouteWalker(SearchProblem(problem))
      let cost = bare.map(Int32.init).withUnsafeBufferPointer { stops in
        stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
      }
      if cost.isFinite {
        let full = Route(
          vehicle: route.vehicle, stops: (1...walker.count).map { Int(walker.stop[$0]) })
        let expected = try #require(Reference.cost(full, problem), "seed \(seed)")
        #expect(abs(expected - cost) < 1e-6, "seed \(seed)")
        if full.stops.contains(where: problem.isBreak) { placed += 1 }
      } else if Self.cheapest(bare, route.vehicle, problem) != nil {
        missed += 1
      }
    }
    #expect(placed > 20)
    // Two breaks are placed one after the other, so that a place for both can be missed.
    #expect(missed * 20 < placed, "\(missed) missed of \(placed)")
  }

  /// Cheapest route with these stops in this order and the breaks that are due anywhere among them.
  private static func cheapest(_ bare: [Int], _ vehicle: Int, _ problem: Problem) -> Double? {
    var best: Double?
    func extend(_ stops: [Int], _ breaks: [Int]) {
      guard let rest = breaks.first else {
        if let cost = Reference.cost(Route(vehicle: vehicle, stops: stops), problem) {
          best = min(best ?? .infinity, cost)
        }
        return
      }
      extend(stops, Array(breaks.dropFirst()))
      for place in 0...stops.count {
        var longer = stops
        longer.insert(rest, at: place)
        extend(longer, Array(breaks.dropFirst()))
      }
    }
    extend(bare, Array(problem.breakStops(of: vehicle)))
    return best
  }

  @Test(arguments: 0..<8)
  func answersPassTheCheckerAndBoundsStayBelow(block: Int) throws {
    for index in 0..<30 {
      let seed = UInt64(36_000_000 + block * 30 + index)
      var generator = Self.generator(seed)
      generator.requests = 2...8
      generator.vehicles = 1...4
      generator.withTies = true
      generator.withServiceRules = index % 2 == 0
      var draft = generator.draft()
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 400
      }
      let problem = try Problem(draft)
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 200)).run()
      let violations = Verifier.violations(in: result.solution, of: problem)
      let broken = violations.filter { !$0.obeysLock }
      #expect(broken.isEmpty, "seed \(seed): \(broken)")
      #expect(abs(result.cost.total - result.solution.cost(in: problem).total) < 1e-6)
      guard violations.isEmpty else { continue }
      let bound = LowerBounding.bound(problem, upperBound: result.cost.total + 1e-3, timeLimit: 5)
      #expect(bound.value <= result.cost.total + 1e-6, "seed \(seed)")
    }
  }

  /// Tolls alone, no breaks: the optimum by trying everything, and a bound that does not exceed it.
  @Test(arguments: 0..<30)
  func tollsAreInOptimumAndBound(index: Int) throws {
    let seed = UInt64(37_000_000 + index)
    var generator = Self.generator(seed)
    generator.requests = 2...3
    generator.vehicles = 1...2
    var draft = ServiceRuleTests.plain(generator.draft())
    for r in draft.requests.indices {
      draft.requests[r].unservedPenalty = 300
      draft.requests[r].longestDetour = nil
    }
    try ServiceRuleTests.expectOptimum(draft, "seed \(seed)")
  }
}

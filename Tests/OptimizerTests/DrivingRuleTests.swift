import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// R31: the search places rests from driving, and never thinks itself rested when it is not.
@Suite struct DrivingRuleTests {
  private func judge(_ problem: Problem, _ route: Route) -> (cost: Double, full: Route) {
    let bare = route.stops.filter(problem.isRequestStop)
    let walker = RouteWalker(SearchProblem(problem))
    let cost = bare.map(Int32.init).withUnsafeBufferPointer { stops in
      stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
    }
    guard cost.isFinite, !bare.isEmpty else { return (cost, route) }
    return (
      cost,
      Route(vehicle: route.vehicle, stops: (1...walker.count).map { Int(walker.stop[$0]) })
    )
  }

  @Test("R31: long driving gets as many rests as it needs, where they are needed")
  func asManyRests() throws {
    var world = LineWorld(size: 301)
    for (name, from, to) in [("a", 0, 130), ("b", 130, 260), ("c", 260, 130), ("d", 130, 0)] {
      world.ride(name, from: from, to: to)
    }
    world.vehicle("v") {
      $0.unbrokenDriving = DrivingRule(longest: 16_200, rest: 2700, parts: [900, 1800])
      $0.breaks = (0..<3).map { _ in BreakDraft(windows: [], duration: 2700, dueAfter: 100_000) }
    }
    // Four rides of 7800 s each: a rest after the second leaves 15 600 s on either side.
    let problem = try world.problem()
    let route = Route(vehicle: 0, stops: try problem.stops("+a -a +b -b +c -c +d -d"))
    let (cost, full) = judge(problem, route)
    #expect(cost.isFinite)
    #expect(full.stops == (try problem.stops("+a -a +b -b break0 +c -c +d -d")))
    #expect(Verifier.violations(in: solution(full, problem), of: problem) == [])
    // With a quarter of an hour less, no two rides go together: three rests, and two will not do.
    world.draft.vehicles[0].unbrokenDriving?.longest = 15_300
    let tight = judge(try world.problem(), route)
    #expect(tight.full.stops.count { problem.isBreak($0) } == 3)
    world.draft.vehicles[0].breaks.removeLast()
    #expect(judge(try world.problem(), route).cost == .infinity)
  }

  /// 100 km each of a, b, c and d: after a there are so many minutes, after b 35, then none.
  private func tight(
    after a: Double, parts: [Double], breaks: [BreakDraft]? = nil
  ) throws -> Problem {
    var world = LineWorld(size: 201)
    let starts = [0, 6000 + a * 60, 14_100 + a * 60, 20_100 + a * 60]
    let ways = [(0, 100), (100, 200), (200, 100), (100, 0)]
    for (name, (start, way)) in zip(["a", "b", "c", "d"], zip(starts, ways)) {
      world.ride(name, from: way.0, to: way.1, pickup: [TimeWindow(start, start)])
    }
    world.vehicle("v") {
      $0.unbrokenDriving = DrivingRule(longest: 16_200, rest: 2700, parts: parts)
      $0.breaks =
        breaks
        ?? [2700, 900, 1800].map { BreakDraft(windows: [], duration: $0, dueAfter: 100_000) }
    }
    return try world.problem()
  }

  @Test("R31: a first part goes before a break that is due anyway")
  func firstPartBeforeADueBreak() throws {
    let problem = try tight(
      after: 20, parts: [900, 1800],
      breaks: [
        BreakDraft(windows: [], duration: 1800, dueAfter: 0),
        BreakDraft(windows: [], duration: 900, dueAfter: 100_000),
      ])
    let route = Route(vehicle: 0, stops: try problem.stops("+a -a +b -b +c -c +d -d"))
    let (cost, full) = judge(problem, route)
    #expect(cost.isFinite)
    #expect(full.stops == (try problem.stops("+a -a break1 +b -b break0 +c -c +d -d")))
    #expect(Verifier.violations(in: solution(full, problem), of: problem) == [])
  }

  @Test("R31: where no whole rest fits, a first part and then a second are placed")
  func restInParts() throws {
    let problem = try tight(after: 20, parts: [900, 1800])
    let route = Route(vehicle: 0, stops: try problem.stops("+a -a +b -b +c -c +d -d"))
    let (cost, full) = judge(problem, route)
    #expect(cost.isFinite)
    #expect(full.stops == (try problem.stops("+a -a break1 +b -b break2 +c -c +d -d")))
    #expect(Verifier.violations(in: solution(full, problem), of: problem) == [])
    // 14 minutes are no first part, and where the rule knows no parts two are none together.
    #expect(judge(try tight(after: 14, parts: [900, 1800]), route).cost == .infinity)
    #expect(judge(try tight(after: 20, parts: []), route).cost == .infinity)
    // With three quarters of an hour in the first gap the rest is whole, and too early: d goes beyond. In parts it is not.
    let early = judge(try tight(after: 45, parts: [900, 1800]), route)
    #expect(early.full.stops == full.stops)
  }

  @Test("R31: where one rest at some place is enough, whole or in parts, it is found")
  func findsParts() throws {
    var (whole, inParts, none) = (0, 0, 0)
    for index in 0..<400 {
      var random = SplitMix64(seed: UInt64(7_000_000 + index))
      var world = LineWorld()
      var (clock, here) = (0, 0)
      let rides = random.int(2...4)
      for r in 0..<rides {
        let from = random.int(1...20)
        let to = from == 20 ? random.int(0...19) : random.int((from + 1)...20)
        clock += abs(from - here) + random.int(0...25)
        let start = Double(clock * 60)
        world.ride("r\(r)", from: from, to: to, pickup: [TimeWindow(start, start)])
        clock += abs(to - from)
        here = to
      }
      world.vehicle("v") {
        $0.unbrokenDriving = DrivingRule(
          longest: random.number(900...3000), rest: 1200, parts: [480, 720])
        $0.breaks = [1200, 480, 720].map {
          BreakDraft(windows: [], duration: $0, dueAfter: 1_000_000)
        }
      }
      let problem = try world.problem()
      let order = (0..<rides).flatMap { [2 * $0, 2 * $0 + 1] }
      let first = 2 * rides
      func keeps(_ stops: [Int]) -> Bool {
        Verifier.violations(
          in: solution(Route(vehicle: 0, stops: stops), problem), of: problem
        ).isEmpty
      }
      let needsNone = keeps(order)
      let wholes = (0...order.count).contains { keeps(inserting([(first, $0)], order)) }
      // Not before any driving: that would rest nobody.
      let parts = (1...order.count).contains { j in
        (1..<max(2, j)).contains { keeps(inserting([(first + 2, j), (first + 1, $0)], order)) }
      }
      let (cost, full) = judge(problem, Route(vehicle: 0, stops: order))
      if needsNone || wholes || parts { #expect(cost.isFinite, "\(index)") }
      if cost.isFinite { #expect(keeps(full.stops), "\(index)") }
      whole += !needsNone && wholes ? 1 : 0
      inParts += !needsNone && !wholes && parts ? 1 : 0
      none += !needsNone && !wholes && !parts ? 1 : 0
    }
    #expect(
      whole > 10 && inParts > 4 && none > 10, "\(whole) whole, \(inParts) in parts, \(none) none")
  }

  /// The order with stops put in before places of it, the last place first.
  private func inserting(_ added: [(stop: Int, place: Int)], _ order: [Int]) -> [Int] {
    var stops = order
    for (stop, place) in added { stops.insert(stop, at: place) }
    return stops
  }

  private func solution(_ route: Route, _ problem: Problem) -> Solution {
    Solution(routes: [route], unserved: []).scheduled(in: problem)
  }

  @Test("R31: what the search calls feasible the checker finds rested", arguments: 0..<10)
  func isNeverBolderThanTheChecker(block: Int) throws {
    var mended = 0
    var refused = 0
    for index in 0..<400 {
      let seed = UInt64(4_000_000 + block * 400 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.severalWindows = 0.2
      generator.withTies = false
      generator.withDrivingRules = true
      var draft = generator.draft()
      for r in draft.requests.indices { draft.requests[r].latenessCost = 0 }
      let problem = try Problem(draft)
      let route = generator.route(in: problem)
      let (cost, full) = judge(problem, route)
      guard route.stops.contains(where: problem.isRequestStop) else { continue }
      guard cost.isFinite else {
        refused += 1
        continue
      }
      let expected = try #require(Reference.cost(full, problem), "seed \(seed)")
      #expect(expected <= cost + 1e-6, "seed \(seed)")
      mended += full.stops.contains(where: problem.isBreak) ? 1 : 0
    }
    // The sample must not be one-sided.
    #expect(mended > 10 && refused > 10, "mended \(mended), refused \(refused)")
  }

  @Test("R31: rests are found wherever trying every place finds them", arguments: 0..<10)
  func agreesWithTryingEveryPlace(block: Int) throws {
    var verdicts = [true: 0, false: 0]
    for index in 0..<60 {
      var random = SplitMix64(seed: UInt64(5_000_000 + block * 60 + index))
      var world = LineWorld()
      let rides = random.int(2...4)
      for r in 0..<rides {
        let from = random.int(0...20)
        world.ride("r\(r)", from: from, to: (from + random.int(1...20)) % 21)
      }
      let rests = random.int(0...2)
      let longest = random.number(600...3000)
      world.vehicle("v") {
        $0.unbrokenDriving = DrivingRule(longest: longest, rest: 900)
        $0.breaks = (0..<rests).map { _ in
          BreakDraft(windows: [], duration: 900, dueAfter: 1_000_000)
        }
      }
      let problem = try world.problem()
      var order = Array(0..<rides).shuffled(using: &random).flatMap { [2 * $0, 2 * $0 + 1] }
      if random.chance(0.3) { order.swapAt(1, 2) }
      let expected = placements(order, rests).contains { stops in
        let found = Verifier.violations(
          in: solution(Route(vehicle: 0, stops: stops), problem), of: problem)
        return found.isEmpty
      }
      let found = judge(problem, Route(vehicle: 0, stops: order)).cost.isFinite
      #expect(found == expected, "\(problem.draft.requests), \(longest), \(rests), \(order)")
      verdicts[expected, default: 0] += 1
    }
    #expect(verdicts.values.allSatisfy { $0 > 3 }, "\(verdicts)")
  }

  /// The order with up to so many breaks put in anywhere.
  private func placements(_ order: [Int], _ rests: Int) -> [[Int]] {
    let first = 2 * (order.count / 2)
    var all = [order]
    for rest in 0..<rests {
      all += all.flatMap { stops in
        (0...stops.count).map { place in
          var longer = stops
          longer.insert(first + rest, at: place)
          return longer
        }
      }
    }
    return all
  }

  /// The bound knows nothing of rests: it may be weaker for that, never too high.
  @Test("R31: the lower bound holds where driving is limited", arguments: 0..<4)
  func boundHolds(block: Int) throws {
    var rested = 0
    for index in 0..<30 {
      let seed = UInt64(6_000_000 + block * 30 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.requests = 2...6
      generator.withDrivingRules = true
      var draft = generator.draft()
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 400
      }
      let problem = try Problem(draft)
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 200)).run()
      guard Verifier.violations(in: result.solution, of: problem).isEmpty else { continue }
      let bound = LowerBounding.bound(
        problem, upperBound: result.cost.total + 1e-3, timeLimit: 5)
      #expect(bound.value <= result.cost.total + 1e-6, "seed \(seed)")
      rested +=
        result.solution.routes.contains { $0.stops.contains(where: problem.isBreak) } ? 1 : 0
    }
    #expect(rested > 2)
  }
}

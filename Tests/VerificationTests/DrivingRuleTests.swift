import CaminTestSupport
import DialARide
import Testing
import Verification

/// R31: driving without a rest, on a line where a kilometre takes a minute.
@Suite struct DrivingRuleTests {
  /// a rides from km 0 to km 50, b back: 3000 s each.
  private func world(_ rule: DrivingRule, breaks: [Double]) -> LineWorld {
    var world = LineWorld(size: 101)
    world.ride("a", from: 0, to: 50)
    world.ride("b", from: 50, to: 0)
    world.vehicle("v") {
      $0.unbrokenDriving = rule
      $0.breaks = breaks.map { BreakDraft(windows: [], duration: $0, dueAfter: 100_000) }
      $0.mayReturnToBase = true
    }
    return world
  }

  private func stints(_ world: LineWorld, _ route: String) throws -> [Double] {
    let problem = try world.problem()
    let solution = Solution(
      routes: [Route(vehicle: 0, stops: try problem.stops(route))], unserved: []
    ).scheduled(in: problem)
    #expect(solution.routes[0].schedule != nil)
    return Verifier.violations(in: solution, of: problem)
      .filter { $0.rule == .unbrokenDriving }.compactMap(\.value)
  }

  @Test("R31: a break of the full length ends the stint, a shorter one does not")
  func wholeRest() throws {
    let rule = DrivingRule(longest: 3600, rest: 900)
    // 50 km out and 50 back: 6000 s at one stretch, or 3000 and 3000.
    #expect(try stints(world(rule, breaks: []), "+a -a +b -b") == [6000])
    #expect(try stints(world(rule, breaks: [900]), "+a -a break0 +b -b") == [])
    #expect(try stints(world(rule, breaks: [899]), "+a -a break0 +b -b") == [6000])
    // Where the rest comes too early or too late, the longer stretch is told.
    #expect(try stints(world(rule, breaks: [900]), "break0 +a -a +b -b") == [6000])
    #expect(try stints(world(rule, breaks: [900]), "+a -a +b -b break0") == [6000])
  }

  @Test("R31: two parts in their order are a rest, and only in their order")
  func parts() throws {
    let rule = DrivingRule(longest: 3600, rest: 2700, parts: [900, 1800])
    let inOrder = try stints(world(rule, breaks: [900, 1800]), "break0 +a -a break1 +b -b")
    #expect(inOrder == [])
    let reversed = try stints(world(rule, breaks: [1800, 900]), "break0 +a -a break1 +b -b")
    // 1800 s will do for the first part, but 900 s not for the second.
    #expect(reversed == [6000])
    #expect(try stints(world(rule, breaks: [1800, 1800]), "break0 +a -a break1 +b -b") == [])
    // A whole rest leaves no part behind it.
    let after = try stints(
      world(rule, breaks: [900, 2700, 1800]), "break0 break1 +a -a break2 +b -b")
    #expect(after == [6000])
  }

  @Test("R31: a pause more makes nobody less rested")
  func pauseMore() throws {
    // Half an hour after b ends a rest begun after a, or begins another that ends after c.
    let rule = DrivingRule(longest: 3600, rest: 2700, parts: [900, 1800])
    var world = LineWorld(size: 61)
    for (name, from, to) in [("a", 0, 20), ("b", 20, 40), ("c", 40, 60), ("d", 60, 0)] {
      world.ride(name, from: from, to: to)
    }
    world.vehicle("v") {
      $0.unbrokenDriving = rule
      $0.breaks = [900, 1800, 1800].map {
        BreakDraft(windows: [], duration: $0, dueAfter: 100_000)
      }
    }
    // 1200 s each up to c, then 3600 s.
    #expect(try stints(world, "+a -a break0 +b -b +c -c break1 +d -d") == [])
    #expect(try stints(world, "+a -a break0 +b -b break1 +c -c break2 +d -d") == [])
    #expect(try stints(world, "+a -a break0 +b -b break1 +c -c +d -d") == [4800])
  }

  @Test("R31: a stay at base is a rest if it lasts long enough")
  func stayAtBase() throws {
    let rule = DrivingRule(longest: 3600, rest: 900)
    var world = LineWorld(size: 101)
    world.ride("a", from: 0, to: 25, pickup: [TimeWindow(0, 0)])
    world.ride("b", from: 0, to: 25, pickup: [TimeWindow(4000, 4000)])
    world.vehicle("v") {
      $0.unbrokenDriving = rule
      $0.mayReturnToBase = true
    }
    // Back at 3000, off again at 4000.
    #expect(try stints(world, "+a -a base +b -b") == [])
    world.draft.vehicles[0].unbrokenDriving?.rest = 1001
    #expect(try stints(world, "+a -a base +b -b") == [6000])
    #expect(try stints(world, "+a -a +b -b") == [6000])
  }
}

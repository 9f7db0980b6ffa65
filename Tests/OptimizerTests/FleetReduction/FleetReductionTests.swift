import CaminTestSupport
import DialARide
import Foundation
import Optimizer
import Testing
import Verification

@Suite struct FleetReductionTests {
  /// Fixed costs that dominate everything switch the reduction on, whatever else the problem holds. The answer
  /// passes the checker (so requests served together stay together), and where as many are served as
  /// before the fleet has not grown.
  @Test(arguments: 0..<8)
  func keepsEveryRule(block: Int) throws {
    for index in 0..<20 {
      let seed = UInt64(9_100_000 + block * 20 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.requests = 4...14
      generator.vehicles = 3...6
      var draft = generator.draft()
      for v in draft.vehicles.indices { draft.vehicles[v].fixedCost = 100_000 }
      for r in draft.requests.indices { draft.requests[r].unservedPenalty = 1_000_000 }
      let problem = try Problem(draft)
      let start = try Search(problem, options: SolverOptions(seed: seed, iterations: 1)).run()
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 1_600))
        .run(from: start.solution)
      let violations = Verifier.violations(in: result.solution, of: problem).filter {
        !$0.obeysLock
      }
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
      #expect(result.solution.unserved.count <= start.solution.unserved.count)
      if result.solution.unserved.count == start.solution.unserved.count {
        #expect(result.solution.routes.count <= start.solution.routes.count, "seed \(seed)")
      }
    }
  }

  /// Best-known numbers of vehicles of published instances (SINTEF), within a fixed number of iterations.
  @Test(arguments: [("lc103", 9), ("lr202", 3), ("lr204", 2), ("lrc208", 3)])
  func reachesTheBestKnownFleet(name: String, vehicles: Int) throws {
    let problem = try PairedInstance.problem(named: name)
    let result = try Search(problem, options: SolverOptions(seed: 1, iterations: 4_000, threads: 2))
      .run()
    #expect(result.solution.routes.count <= vehicles)
    #expect(result.solution.unserved.isEmpty)
    #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
  }

  @Test func threadsDoNotChangeTheResult() throws {
    let problem = try PairedInstance.problem(named: "lr202")
    let results = try [1, 2, 3].map { threads in
      try Search(problem, options: SolverOptions(seed: 5, iterations: 1_000, threads: threads))
        .run()
    }
    #expect(results.allSatisfy { $0.solution == results[0].solution && $0.iterations == 1_000 })
  }

  /// Two routes of different vehicles, one of which has room for all.
  @Test func dissolvesTheRouteOfAnotherVehicleClass() throws {
    var world = LineWorld()
    world.ride("a", from: 2, to: 4, pickup: [TimeWindow(0, 3_600)])
    world.ride("b", from: 3, to: 6, pickup: [TimeWindow(0, 3_600)])
    world.vehicle("bus") { $0.fixedCost = 9_000 }
    world.vehicle("car") {
      $0.fixedCost = 9_000
      $0.layouts = [[1]]
    }
    let problem = try world.problem()
    let apart = Solution(
      routes: [Route(vehicle: 0, stops: [0, 1]), Route(vehicle: 1, stops: [2, 3])], unserved: [])
    let result = try Search(problem, options: SolverOptions(iterations: 400)).run(from: apart)
    #expect(result.solution.routes.count == 1)
    #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
  }
}

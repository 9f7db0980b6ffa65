import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// A search that goes on from a given solution, which need not fit the problem any more.
@Suite("R43: what a search starts from") struct StartTests {
  private func world(_ change: (inout ProblemDraft) -> Void) throws -> Problem {
    var world = LineWorld()
    for id in ["r0", "r1"] {
      world.ride(id, from: 1, to: 11, pickup: [TimeWindow(600, 660)])
      world.draft.requests[world.draft.requests.count - 1].unservedPenalty = 1e6
    }
    for id in ["a", "b"] { world.vehicle(id) { $0.layouts = [[1]] } }
    change(&world.draft)
    return try world.problem()
  }

  private func found(_ problem: Problem, from start: Solution) throws -> Solution {
    var options = SolverOptions(seed: 1, iterations: 4000)
    options.provesBound = false
    let solution = try Search(problem, options: options).run(from: start).solution
    #expect(Verifier.violations(in: solution, of: problem).isEmpty)
    return solution
  }

  private func vehicles(_ solution: Solution) -> [Int: Int] {
    var vehicles: [Int: Int] = [:]
    for route in solution.routes {
      for stop in route.stops where stop < 4 { vehicles[stop >> 1] = route.vehicle }
    }
    return vehicles
  }

  @Test("somebody in a vehicle that has since been forbidden rides in another")
  func forbidden() throws {
    let problem = try world { $0.locks = [.forbidden(request: 0, vehicle: 0)] }
    let start = Solution(
      routes: [Route(vehicle: 0, stops: [0, 1]), Route(vehicle: 1, stops: [2, 3])], unserved: [])
    #expect(try vehicles(found(problem, from: start)) == [0: 1, 1: 0])
  }

  @Test("half of those who ride together or not at all is no start for the other half")
  func halfAGroup() throws {
    let problem = try world { draft in
      draft.links = [.together([0, 1])]
      // No vehicle has room for r1, so r0 may not ride either.
      draft.requests[1].load = [2]
    }
    let start = Solution(routes: [Route(vehicle: 0, stops: [0, 1])], unserved: [1])
    #expect(try found(problem, from: start).routes.isEmpty)
    let open = try world { $0.links = [.together([0, 1])] }
    #expect(try vehicles(found(open, from: start)).count == 2)
  }
}

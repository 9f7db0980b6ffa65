import CaminTestSupport
import DialARide
import Optimizer
import Testing

@Suite("R45: room made by moving others") struct RoomSearchTests {
  /// Vehicle a holds one of the two at a time, and may take either; vehicle b may take r0 alone.
  private func crowded(_ change: (inout ProblemDraft) -> Void = { _ in }) throws -> Problem {
    var world = LineWorld()
    for id in ["r0", "r1"] {
      world.ride(id, from: 1, to: 11, pickup: [TimeWindow(600, 660)])
    }
    world.vehicle("a") { $0.layouts = [[1]] }
    world.vehicle("b") { $0.layouts = [[1]] }
    world.draft.requests[1].allowedVehicles = [0]
    change(&world.draft)
    return try world.problem()
  }

  private let standing = Solution(routes: [Route(vehicle: 0, stops: [0, 1])], unserved: [1])

  @Test("who cannot be inserted is served once another has moved over")
  func movesOver() throws {
    let problem = try crowded()
    #expect(InsertionProbe(problem: problem, solution: standing).cheapest([1]) == nil)
    let found = try #require(
      RoomSearch(steps: 100).serving([1], beside: standing, in: problem))
    #expect(found.routes.map(\.vehicle) == [0, 1])
    #expect(found.routes.map { $0.stops.filter(problem.isRequestStop) } == [[2, 3], [0, 1]])
    #expect(found.cost >= 0)
  }

  @Test("nobody is thrown out to make room")
  func keepsEverybody() throws {
    let problem = try crowded { draft in
      draft.requests[0].allowedVehicles = [0]
      // However little leaving r0 would cost.
      draft.requests[0].unservedPenalty = 0.001
      draft.requests[1].unservedPenalty = 1000
    }
    #expect(RoomSearch(steps: 200).serving([1], beside: standing, in: problem) == nil)
  }

  @Test("one seat more, and no search is needed; no step, and none is made")
  func bounds() throws {
    let roomy = try crowded { $0.vehicles[0].layouts = [[2]] }
    #expect(RoomSearch(steps: 0).serving([1], beside: standing, in: roomy) != nil)
    let problem = try crowded()
    #expect(RoomSearch(steps: 0).serving([1], beside: standing, in: problem) == nil)
    var asked = 0
    let found = RoomSearch(steps: 100).serving(
      [1], beside: standing, in: problem,
      goesOn: {
        asked += 1
        return false
      })
    #expect(found == nil && asked == 1)
  }
}

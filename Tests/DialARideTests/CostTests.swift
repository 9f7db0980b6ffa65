import CaminTestSupport
import DialARide
import Testing

@Suite struct CostTests {
  @Test func countsEachCauseOnce() throws {
    var world = LineWorld()
    world.ride("a", from: 1, to: 2, pickup: [TimeWindow(100, 200)])
    world.ride("b", from: 3, to: 4, pickup: [TimeWindow(5000, 5100)], load: [2])
    world.ride("c", from: 9, to: 10)
    world.ride("d", from: 9, to: 10)
    world.draft.requests[1].delivery?.dueTime = 5000
    world.draft.requests[1].latenessCost = 0.5
    world.draft.requests[0].vehicleCosts = [VehicleCost(vehicle: 0, cost: 7)]
    world.draft.requests[2].unservedPenalty = 30
    world.vehicle("v") {
      $0.fixedCost = 100
      $0.costPerMetre = 0.001
      $0.costPerSecondDriven = 0.01
      $0.costPerSecondWaiting = 0.1
      $0.mayReturnToBase = true
    }
    let problem = try world.problem()
    let away = Route(vehicle: 0, stops: try problem.stops("+a -a +b -b")).scheduled(in: problem)
    var cost = Solution(routes: [away], unserved: [2, 3]).cost(in: problem)
    // 8 km and 480 s driven; at b from 260 s after leaving a's pickup at 200: 320 to 5000.
    #expect(cost.fixed == 100)
    #expect(cost.distance == 8)
    #expect(abs(cost.driving - 4.8) < 1e-9)
    #expect(abs(cost.waiting - 468) < 1e-9)
    // b alights at 5060, a minute after it is due.
    #expect(cost.lateness == 30)
    #expect(cost.preferences == 7)
    #expect(cost.unserved == 30)
    #expect(cost.mandatoryUnserved == 1)
    let based = Route(vehicle: 0, stops: try problem.stops("+a -a base +b -b")).scheduled(
      in: problem)
    cost = based.cost(in: problem)
    #expect(cost.waiting == 0)
    #expect(cost.distance == 12)
    let figures = based.statistics(in: problem)
    #expect(figures.duration == 720)
    // Back at base at 280, off again at 4820.
    #expect(figures.atBase == 4540)
    #expect(figures.trips == 2)
    #expect(figures.peakLoad == [2])
    #expect(figures.rides.map(\.time) == [60, 60])
  }

  @Test func anEmptyRouteCostsNothing() throws {
    var world = LineWorld()
    world.vehicle("v") { $0.end = 5 }
    let problem = try world.problem()
    let route = Route(vehicle: 0, stops: []).scheduled(in: problem)
    #expect(route.cost(in: problem).total == 0)
    #expect(route.schedule?.arrival == route.schedule?.departure)
  }
}

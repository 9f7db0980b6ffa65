import CaminTestSupport
import DialARide
import Testing

/// Numbers worked out by hand on a line where a kilometre takes 60 s.
@Suite struct SchedulerTests {
  @Test func departsAsLateAsTheLeastDurationAllows() throws {
    var world = LineWorld()
    world.ride("a", from: 5, to: 10, pickup: [TimeWindow(1000, 2000)])
    world.vehicle("v")
    let problem = try world.problem()
    let stops = try problem.stops("+a -a")
    let schedule = try #require(Scheduler.schedule(problem, vehicle: 0, stops: stops).schedule)
    // 300 s to the pickup, which opens at 1000: leave at 700; then 300 s out and 600 s back.
    #expect(schedule.departure == 700)
    #expect(schedule.arrivals == [1000, 1300])
    #expect(schedule.starts == [1000, 1300])
    #expect(schedule.arrival == 1900)
  }

  @Test func waitsBeforeThePickupRatherThanOnBoard() throws {
    var world = LineWorld()
    // b fixes the duration from both sides; between them a is best picked up as late as possible.
    world.ride("b", from: 0, to: 1, pickup: [TimeWindow(0, 0)])
    world.ride("a", from: 2, to: 4, delivery: [TimeWindow(1000, 1000)])
    world.vehicle("v")
    let problem = try world.problem()
    let stops = try problem.stops("+b -b +a -a")
    let schedule = try #require(Scheduler.schedule(problem, vehicle: 0, stops: stops).schedule)
    #expect(schedule.departure == 0)
    #expect(schedule.starts == [0, 60, 880, 1000])
    #expect(schedule.arrival == 1240)
  }

  @Test func raisesAPickupForTheRideLimit() throws {
    var world = LineWorld()
    world.ride("a", from: 1, to: 3, pickup: [TimeWindow(0, 500)], longestRide: 200)
    world.ride("b", from: 2, to: 4, pickup: [TimeWindow(600, 700)])
    world.vehicle("v")
    let problem = try world.problem()
    // b boards at 600 at the earliest and a alights 60 s later, so a boards at 460 or later.
    let stops = try problem.stops("+a +b -a -b")
    let schedule = try #require(Scheduler.schedule(problem, vehicle: 0, stops: stops).schedule)
    #expect(schedule.starts == [500, 600, 660, 720])
    #expect(schedule.departure == 440)
    world.draft.requests[0].longestRide = 150
    let tight = try world.problem()
    #expect(
      Scheduler.schedule(tight, vehicle: 0, stops: stops).conflict
        == ScheduleConflict(.window, at: 0))
    world.draft.requests[0].longestRide = 119
    #expect(
      Scheduler.schedule(try world.problem(), vehicle: 0, stops: stops).conflict
        == ScheduleConflict(.rideTime, at: 2))
  }

  @Test func takesALaterWindowWhereThatShortensTheRoute() throws {
    var world = LineWorld()
    world.ride("a", from: 0, to: 1, pickup: [TimeWindow(0, 100), TimeWindow(900, 1000)])
    world.ride("b", from: 1, to: 2, pickup: [TimeWindow(1000, 1100)])
    world.vehicle("v")
    let problem = try world.problem()
    let stops = try problem.stops("+a -a +b -b")
    let schedule = try #require(Scheduler.schedule(problem, vehicle: 0, stops: stops).schedule)
    // In a's first window: 100 to 1180. In the second: leave at 940, be at b at 1000, home at 1180.
    #expect(abs(schedule.departure - 940) < 1e-6)
    #expect(abs(schedule.arrival - 1180) < 1e-6)
  }

  @Test func aBaseVisitCutsTheTimeOnDuty() throws {
    var world = LineWorld()
    world.ride("a", from: 1, to: 2, pickup: [TimeWindow(100, 200)])
    world.ride("b", from: 3, to: 4, pickup: [TimeWindow(5000, 5100)])
    world.vehicle("v") {
      $0.mayReturnToBase = true
      $0.longestDuration = 1000
    }
    let problem = try world.problem()
    let without = Scheduler.schedule(problem, vehicle: 0, stops: try problem.stops("+a -a +b -b"))
    #expect(without.conflict == ScheduleConflict(.duration, at: 4))
    let stops = try problem.stops("+a -a base +b -b")
    let schedule = try #require(Scheduler.schedule(problem, vehicle: 0, stops: stops).schedule)
    // Tour 1: 40 to 280. Tour 2 leaves at 4820 for the pickup at 5000.
    #expect(schedule.departure == 40)
    #expect(schedule.arrivals == [100, 160, 280, 5000, 5060])
    #expect(schedule.starts == [100, 160, 4820, 5000, 5060])
    #expect(schedule.arrival == 5300)
  }

  @Test func addsSetUpTimeOnlyWhenEmpty() throws {
    var world = LineWorld()
    world.ride("a", from: 1, to: 2, service: 10)
    world.ride("b", from: 2, to: 3, service: 10)
    world.draft.requests[1].setupClass = 1
    world.vehicle("v") { $0.setupTimes = [[0, 300], [600, 0]] }
    let problem = try world.problem()
    let apart = Scheduler.schedule(problem, vehicle: 0, stops: try problem.stops("+a -a +b -b"))
    let schedule = try #require(apart.schedule)
    // b boards the empty vehicle after a: 10 s of service and 300 s of set-up.
    #expect(schedule.ends[2] - schedule.starts[2] == 310)
    let shared = Scheduler.schedule(problem, vehicle: 0, stops: try problem.stops("+a +b -a -b"))
    #expect(try #require(shared.schedule).ends[1] - (try #require(shared.schedule)).starts[1] == 10)
  }
}

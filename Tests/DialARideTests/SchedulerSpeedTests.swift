import CaminTestSupport
import DialARide
import Testing

@Suite struct SchedulerSpeedTests {
  /// Writing out a big plan must not be noticed. Measured on two shared cores: half a second in a debug
  /// build; the limits leave room for a busy machine.
  @Test func schedulesFiveHundredRoutesOfTwentyStops() throws {
    var random = SplitMix64(seed: 7)
    var world = LineWorld(size: 31)
    for r in 0..<10 {
      let from = random.int(0...25)
      let start = random.number(0...2000) + Double(r) * 1500
      world.ride(
        "r\(r)", from: from, to: from + random.int(1...5),
        pickup: [TimeWindow(start, start + 3600)],
        service: 60, longestRide: 7200)
    }
    world.vehicle("v") {
      $0.longestIdle = 3600
      $0.layouts = [[20]]
    }
    let problem = try world.problem()
    // Rides overlap pairwise: +0 +1 -0 +2 -1 +3 -2 ... -9.
    var stops = [0]
    for r in 1..<10 { stops += [2 * r, 2 * r - 1] }
    stops.append(19)
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      for _ in 0..<500 {
        let result = Scheduler.schedule(problem, vehicle: 0, stops: stops)
        #expect(result.schedule != nil)
      }
    }
    #if DEBUG
      #expect(elapsed < .seconds(30))
    #else
      #expect(elapsed < .seconds(1))
    #endif
  }
}

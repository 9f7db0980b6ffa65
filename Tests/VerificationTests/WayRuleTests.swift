import CaminTestSupport
import DialARide
import Testing
import Verification

/// Breaks anywhere on the way, and tolls: scheduler, checker and prover against what shares no code with them.
@Suite struct WayRuleTests {
  private static func generator(_ seed: Int) -> ProblemGenerator {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.withWayRules = true
    return generator
  }

  @Test(arguments: 1100..<1112)
  func schedulesAreTheShortestAndKeepTheRules(seed: Int) throws {
    var generator = Self.generator(seed)
    var split = 0
    for number in 0..<120 {
      let problem = try Problem(generator.draft())
      for _ in 0..<4 {
        let bare = generator.route(in: problem)
        let oracle = RouteOracle(problem, vehicle: bare.vehicle, stops: bare.stops)
        let route = bare.scheduled(in: problem)
        let seen: Comment = "problem \(number), \(route)"
        try #require((route.schedule != nil) == oracle.isFeasible, seen)
        guard let schedule = route.schedule else { continue }
        let duration = route.statistics(in: problem).duration
        try #require(abs(duration - Double(try #require(oracle.leastDuration))) < 1e-5, seen)
        let solution = AgreementTests.solution(route, problem)
        let found = Verifier.violations(in: solution, of: problem).filter {
          !$0.obeysLock && !AgreementTests.othersRules.contains($0.rule)
        }
        try #require(found.isEmpty, "\(seen): \(found)")
        let (told, own) = (Verifier.cost(of: solution, in: problem), solution.cost(in: problem))
        try #require(abs(told.total - own.total) < 1e-6, seen)
        if Self.drivesBeforeABreak(route, schedule, problem) { split += 1 }
      }
    }
    #expect(split > 5)
  }

  private static func drivesBeforeABreak(
    _ route: Route, _ schedule: Schedule, _ problem: Problem
  ) -> Bool {
    route.stops.indices.contains { index in
      let left = index > 0 ? schedule.ends[index - 1] : schedule.departure
      return problem.isBreak(route.stops[index]) && schedule.arrivals[index] > left + 1
    }
  }

  @Test(arguments: 1200..<1208)
  func judgesSequencesAsTheOracleDoes(seed: Int) throws {
    try AgreementTests.judgesSequences(of: Self.generator(seed))
  }

  @Test(arguments: 1300..<1308)
  func proofsStayBelowTheOptimum(seed: Int) throws {
    var generator = Self.generator(seed)
    generator.requests = 2...3
    generator.vehicles = 1...2
    let positive = try BoundProofTests.positiveProofs(generator, seed: seed)
    #expect(positive > 5)
  }

  /// Two minutes there; the break must begin after one: half of the way is driven before it, half behind it.
  private static let halfway = ProblemDraft(
    requests: [RequestDraft(id: "job", pickup: nil, delivery: StopDraft(location: 1))],
    vehicles: [
      VehicleDraft(
        id: "v", start: 0, end: nil, shift: TimeWindow(0, 1000),
        breaks: [BreakDraft(windows: [TimeWindow(60, 60)], duration: 30)], restsOnTheWay: true)
    ],
    matrices: [MatrixDraft(size: 2, times: [0, 120, 120, 0], tolls: [0, 7, 9, 0])])

  @Test func aBreakHalfway() throws {
    let problem = try Problem(Self.halfway)
    let route = Route(vehicle: 0, stops: [2, 1]).scheduled(in: problem)
    let schedule = try #require(route.schedule)
    #expect(
      schedule.departure == 0 && schedule.arrivals == [60, 150] && schedule.starts == [60, 150])
    #expect(route.statistics(in: problem).waiting == 0)
    #expect(route.cost(in: problem).distance == 7)
    #expect(
      Verifier.violations(in: AgreementTests.solution(route, problem), of: problem).isEmpty)
    // More than the whole way cannot be behind the break, nor can the rest of it take no time.
    for (arrivals, starts) in [([60.0, 140.0], [60.0, 150.0]), ([60, 120], [60, 120])] {
      var wrong = route
      wrong.schedule?.arrivals = arrivals
      wrong.schedule?.starts = starts
      let rules = Verifier.violations(
        in: AgreementTests.solution(wrong, problem), of: problem
      ).map(\.rule)
      #expect(rules.contains(.travel))
    }
    var atPlace = Self.halfway
    atPlace.vehicles[0].restsOnTheWay = nil
    let waiting = Route(vehicle: 0, stops: [2, 1]).scheduled(in: try Problem(atPlace))
    #expect(waiting.schedule?.arrivals == [60, 210])
  }

  @Test func limitsThatHangOnThePlaceOfTheBreakAreRefused() {
    var draft = Self.halfway
    draft.vehicles[0].longestIdle = 10
    draft.matrices[0].tolls = [0, 1, -1]
    #expect {
      try Problem(draft)
    } throws: { error in
      (error as? ProblemFaults)?.faults.map(\.pointer)
        == ["/vehicles/0/restsOnTheWay", "/matrices/0/tolls"]
    }
  }
}

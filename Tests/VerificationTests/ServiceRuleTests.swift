import CaminTestSupport
import DialARide
import Testing
import Verification

/// Services that hang on the vehicle and the place before, exchanges, loads during breaks, numbers of stops.
@Suite struct ServiceRuleTests {
  @Test(arguments: 500..<510)
  func judgesServicesAsSchedulerAndOracleDo(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.withServiceRules = true
    var feasible = 0
    for number in 0..<100 {
      let problem = try Problem(generator.draft())
      for _ in 0..<3 {
        let bare = generator.route(in: problem)
        let oracle = RouteOracle(problem, vehicle: bare.vehicle, stops: bare.stops)
        let route = bare.scheduled(in: problem)
        let seen: Comment = "problem \(number), \(route)"
        try #require((route.schedule != nil) == oracle.isFeasible, seen)
        let solution = AgreementTests.solution(route, problem)
        let found = Verifier.violations(in: solution, of: problem).filter {
          !$0.obeysLock && !AgreementTests.othersRules.contains($0.rule)
            && !($0.rule == .breakOnBoard && $0.unit == .count)
        }
        if route.schedule != nil {
          feasible += 1
          try #require(found.isEmpty, "\(seen): \(found)")
        }
      }
    }
    #expect(feasible > 30)
  }

  private static let line = MatrixDraft(size: 2, times: [0, 10, 10, 0])

  private static func violations(
    _ requests: [RequestDraft], _ vehicle: VehicleDraft, _ stops: [Int]
  ) throws -> [Violation] {
    let problem = try Problem(
      ProblemDraft(requests: requests, vehicles: [vehicle], matrices: [line]))
    let route = Route(vehicle: 0, stops: stops).scheduled(in: problem)
    return Verifier.violations(in: AgreementTests.solution(route, problem), of: problem)
  }

  /// What is taken in exchange fills the vehicle to the end: two bottles out, three back, room for two.
  @Test func whatIsExchangedIsCarriedToTheEnd() throws {
    let job = RequestDraft(
      id: "job", pickup: nil, delivery: StopDraft(location: 1), load: [2], exchange: [3])
    func vehicle(_ capacity: Int) -> VehicleDraft {
      VehicleDraft(id: "v", start: 0, end: 0, layouts: [[capacity]])
    }
    let small = try Self.violations([job], vehicle(2), [1])
    #expect(small.map(\.rule) == [.capacity] && small.first?.value == 3)
    #expect(try Self.violations([job], vehicle(3), [1]).isEmpty)
  }

  /// A break with at most one aboard, after two have been taken up.
  @Test func breaksMindTheLoad() throws {
    let job = RequestDraft(id: "job", pickup: StopDraft(location: 1), delivery: nil, load: [2])
    func vehicle(_ most: Int) -> VehicleDraft {
      VehicleDraft(
        id: "v", start: 0, end: 0,
        breaks: [
          BreakDraft(windows: [], duration: 5, allowedOnBoard: true, mostLoad: [most])
        ], layouts: [[2]])
    }
    #expect(try Self.violations([job], vehicle(1), [0, 2]).map(\.rule) == [.breakOnBoard])
    #expect(try Self.violations([job], vehicle(1), [2, 0]).isEmpty)
    #expect(try Self.violations([job], vehicle(2), [0, 2]).isEmpty)
  }

  /// Two stops at one place are set up for once; a ride makes two stops.
  @Test func setsUpOncePerPlaceAndCountsStops() throws {
    let stop = StopDraft(location: 1, serviceTime: 1, arrivalSetup: [7])
    let jobs = ["a", "b"].map { RequestDraft(id: $0, pickup: nil, delivery: stop) }
    let vehicle = VehicleDraft(id: "v", start: 0, end: 0, mostStops: 1)
    let problem = try Problem(
      ProblemDraft(requests: jobs, vehicles: [vehicle], matrices: [Self.line]))
    let route = Route(vehicle: 0, stops: [1, 3]).scheduled(in: problem)
    let schedule = try #require(route.schedule)
    #expect(zip(schedule.starts, schedule.ends).map { $1 - $0 } == [8, 1])
    let found = Verifier.violations(in: AgreementTests.solution(route, problem), of: problem)
    #expect(found.map(\.rule) == [.mostRequests] && found.first?.value == 2)
    var wrong = route
    wrong.schedule?.ends[0] -= 7
    let rules = Verifier.violations(
      in: AgreementTests.solution(wrong, problem), of: problem
    ).map(\.rule)
    #expect(rules.contains(.setup))
  }
}

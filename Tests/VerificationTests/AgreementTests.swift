import CaminTestSupport
import DialARide
import Testing
import Verification

/// The checker against the scheduler, the costs and the oracle, on random routes.
@Suite struct AgreementTests {
  /// Rules that no choice of times can mend and that the scheduler leaves to others; a random route may
  /// break them.
  static let othersRules: Set<Violation.Rule> = [
    .capacity, .rideAlone, .mixing, .apart, .eligibility, .breakMissing, .longestDistance,
    .longestDriving, .unbrokenDriving, .mostTrips, .mostRequests, .crewDuration, .crewDistance,
    .crewTrips, .linkTogether, .linkRequires, .linkSameVehicle, .linkGap, .lockVehicle,
    .lockForbidden,
    .mandatoryUnserved,
  ]

  static func solution(_ route: Route, _ problem: Problem) -> Solution {
    let served = Set(route.stops.filter(problem.isRequestStop).map { $0 / 2 })
    let unserved = (0..<problem.requestCount).filter { !served.contains($0) }
    return Solution(routes: [route], unserved: unserved)
  }

  @Test(arguments: 200..<210)
  func acceptsEveryScheduleAndItsCost(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    var accepted = 0
    for number in 0..<150 {
      let problem = try Problem(generator.draft())
      for _ in 0..<4 {
        let route = generator.route(in: problem).scheduled(in: problem)
        guard route.schedule != nil else { continue }
        let solution = Self.solution(route, problem)
        let found = Verifier.violations(in: solution, of: problem).filter {
          !$0.obeysLock && !Self.othersRules.contains($0.rule)
        }
        try #require(found.isEmpty, "problem \(number), \(route): \(found)")
        expectEqual(
          Verifier.cost(of: solution, in: problem), solution.cost(in: problem), "\(number)")
        accepted += 1
      }
    }
    #expect(accepted > 100)
  }

  private func expectEqual(_ a: CostBreakdown, _ b: CostBreakdown, _ seen: Comment) {
    let parts: [KeyPath<CostBreakdown, Double>] = [
      \.fixed, \.distance, \.driving, \.waiting, \.lateness, \.preferences, \.unserved,
    ]
    #expect(parts.allSatisfy { abs(a[keyPath: $0] - b[keyPath: $0]) < 1e-6 }, seen)
    #expect(a.mandatoryUnserved == b.mandatoryUnserved, seen)
  }

  @Test(arguments: 300..<310)
  func judgesSequencesAsTheOracleDoes(seed: Int) throws {
    try Self.judgesSequences(of: ProblemGenerator(seed: UInt64(seed)))
  }

  static func judgesSequences(of generator: ProblemGenerator) throws {
    var generator = generator
    for number in 0..<100 {
      let problem = try Problem(generator.draft())
      for _ in 0..<3 {
        let route = generator.route(in: problem)
        let oracle = RouteOracle(problem, vehicle: route.vehicle, stops: route.stops)
        guard oracle.orderIsFeasible else { continue }
        // Gaps between requests cannot be judged without times; that is not at stake here.
        let rules = Set(
          Verifier.violations(in: Self.solution(route, problem), of: problem)
            .filter { $0.rule != .unjudged || $0.requests.isEmpty }.map(\.rule))
        let seen: Comment = "problem \(number), \(route), \(rules)"
        try #require(rules.contains(.unschedulable) == (oracle.leastDuration == nil), seen)
        let isTooLong = oracle.leastDuration != nil && !oracle.isFeasible
        try #require(rules.contains(.longestDuration) == isTooLong, seen)
        try #require(!rules.contains(.unjudged), seen)
      }
    }
  }

  /// Shifts the tail of a schedule, arrivals and ends in keeping, and asks both judges.
  @Test(arguments: 400..<410)
  func judgesShiftedSchedulesAsTheOracleDoes(seed: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(seed))
    var random = SplitMix64(seed: UInt64(seed))
    var verdicts = [true: 0, false: 0]
    for number in 0..<150 {
      let problem = try Problem(generator.draft())
      for _ in 0..<4 {
        let route = generator.route(in: problem).scheduled(in: problem)
        guard let schedule = route.schedule, schedule.isWhole else { continue }
        let delay = random.number(-40...40)
        let shifted = Route(
          vehicle: route.vehicle, stops: route.stops,
          schedule: schedule.delayed(
            by: delay, from: random.int(-1...route.stops.count - 1), route, problem))
        let oracle = RouteOracle(problem, vehicle: route.vehicle, stops: route.stops)
        let expected = oracle.accepts(try #require(shifted.schedule), problem, route.stops)
        let found = Verifier.violations(in: Self.solution(shifted, problem), of: problem)
          .filter { !$0.obeysLock && !Self.othersRules.contains($0.rule) }
        try #require(found.isEmpty == expected, "problem \(number), \(shifted): \(found)")
        verdicts[expected, default: 0] += 1
      }
    }
    #expect(verdicts.values.allSatisfy { $0 > 30 }, "\(verdicts)")
  }
}

extension Schedule {
  /// Whether all times are whole seconds, as the oracle needs them.
  var isWhole: Bool {
    ([departure, arrival] + arrivals + starts + ends).allSatisfy { $0 == $0.rounded() }
  }

  /// The schedule with the starts from a stop on moved, and all that follows from them; from -1: the
  /// departure too. Where the start is open the departure is the first start.
  func delayed(by delay: Double, from first: Int, _ route: Route, _ problem: Problem) -> Schedule {
    var moved = self
    let isOpen = problem.vehicles[route.vehicle].start == nil
    if first < 0 || isOpen && first == 0 { moved.departure += delay }
    for index in route.stops.indices where index >= first {
      if index > first || isOpen && index == 0 { moved.arrivals[index] += delay }
      moved.starts[index] += delay
      moved.ends[index] += delay
    }
    moved.arrival += delay
    return moved
  }
}

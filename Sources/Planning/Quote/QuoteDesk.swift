internal import DialARide
internal import Optimizer

/// Answers callers from a plan as it stands (R47), again and again without compiling the day anew.
///
/// A caller's booking alone is compiled and tried, exactly, in every place of every run of those who may take it; locks,
/// promised windows and the order of everybody else's stops stay. It is safe to be used by several threads.
public struct QuoteDesk: Sendable {
  public let compiled: CompiledDay
  public let plan: Plan
  private let solution: Solution
  private let ground: InsertionGround
  private let pinned: [Int]
  private let runs: [String: Run]
  /// Time on duty of each route, for those who have several shifts, seconds.
  private let durations: [Int: Double]

  /// - Parameters:
  ///   - day: as the plan was made of it.
  ///   - past: what of the plan has been driven; `nil`: nothing.
  /// - Throws: `Faults` where the day cannot be compiled, which a sound day rules out.
  public init(_ day: Day, plan: Plan, past: DrivenPast? = nil) throws(Faults) {
    let published = PublishedPlan(plan, keepsTimes: true, past: past)
    let held = day.scenario.freezing(published)
    // Decisions spelled out leg by leg, where there are any.
    let isSame = held.locks.count == day.scenario.locks.count && past?.hours.isEmpty ?? true
    let whole = isSame ? day : try Day(held, rules: day.rules, travel: day.travel)
    try self.init(CompiledDay(whole, after: published), plan: plan)
  }

  /// - Parameter compiled: the day, after the plan.
  public init(_ compiled: CompiledDay, plan: Plan) {
    self.compiled = compiled
    self.plan = plan
    let problem = compiled.problem
    let read = compiled.solution(of: plan)
    var durations: [Int: Double] = [:]
    for route in read.routes where problem.crewOf[route.vehicle] >= 0 {
      durations[route.vehicle] = route.scheduled(in: problem).statistics(in: problem).duration
    }
    self.durations = durations
    // Breaks and ways to base are found anew, and would have other numbers in a longer day.
    solution = Solution(
      routes: read.routes.map {
        Route(vehicle: $0.vehicle, stops: $0.stops.filter(problem.isRequestStop))
      }, unserved: read.unserved)
    ground = InsertionGround(problem)
    pinned = compiled.published?.past == nil ? [] : compiled.pinned(in: solution)
    runs = Dictionary(plan.runs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cheapest few ways of serving a caller, or why there is none.
  ///
  /// - Parameters:
  ///   - most: offers at most; at least 1.
  ///   - effort: what may be spent on reasons where there is no offer.
  /// - Throws: `Faults` with everything that is wrong with what is asked.
  public func quote(
    _ request: QuoteRequest, most: Int = 5, reasons effort: ReasonEffort = ReasonEffort()
  ) throws(Faults) -> Quote {
    let (booking, rider) = request.booking(in: compiled.day.scenario)
    return try quote(booking, of: rider, most: most, reasons: effort)
  }

  /// The same for a booking that is spelled out.
  public func quote(
    _ booking: Booking, of rider: Rider, most: Int = 5,
    reasons effort: ReasonEffort = ReasonEffort()
  ) throws(Faults) -> Quote {
    let longer = try compiled.adding(booking, of: rider)
    let legs = Array(compiled.day.legs.count..<longer.day.legs.count)
    let requests = (compiled.problem.requestCount..<longer.problem.requestCount).map { $0 }
    if legs.allSatisfy({ longer.requestOfLeg[$0] != nil }), !requests.isEmpty {
      let stand = Stand(
        longer.problem, longerSolution(requests), pinned: longerPins(longer), like: ground)
      let offers = QuoteFinder(
        compiled: longer, stand: stand, requests: requests, legs: legs, runs: runs,
        durations: durations
      ).offers(most: most)
      if !offers.isEmpty { return Quote(offers: offers) }
    }
    let finder = ReasonFinder(longer, solution: longerSolution(requests), effort)
    return Quote(reasons: finder.reasons(for: legs))
  }

  private func longerSolution(_ requests: [Int]) -> Solution {
    Solution(routes: solution.routes, unserved: solution.unserved + requests)
  }

  private func longerPins(_ longer: CompiledDay) -> [Int] {
    longer.problem.vehicleCount == pinned.count ? pinned : []
  }
}

internal import DialARide
internal import Interchange
internal import Optimizer
internal import Synchronization
internal import Verification

/// Solves a request: assigns as much as it can by priority, then at the least cost.
///
/// With a price for each task left out, by priority, that no saving can outweigh. Where a bound is asked for, at first as
/// if everybody had to be served, for then the solver's bound is one on the cost, until that turns out impossible.
struct VroomSearch {
  private let problem: VroomProblem
  private let settings: VroomDoor.Settings
  private let threads: Int
  private let effort: VroomEffort

  init(_ problem: VroomProblem, _ options: VroomOptions, _ settings: VroomDoor.Settings) {
    self.problem = problem
    self.settings = settings
    threads = min(max(1, options.threads ?? Processors.available), 256)
    effort = VroomEffort(
      tasks: problem.request.taskCount, level: options.exploration ?? 5,
      limit: options.limit.map { min($0, settings.longest) }, longest: settings.longest)
  }

  func answer(stop: SearchStop) throws -> VroomAnswer {
    let priced = try solver(.priorities)
    var warnings: [VroomWarning] = []
    let given = problem.given
    if let given { warnings = misfits(given, priced) }
    let outcome = try search(from: given, priced, stop)
    let locked = problem.brokenLocks(outcome.solution)
    guard locked.isEmpty else { throw VroomFaults(faults: locked) }
    let violations = Verifier.violations(in: outcome.solution, of: priced)
    guard violations.isEmpty else { throw VroomFaults(broken: violations) }
    let reasons = VroomReasons(problem, priced)
    var answer = VroomAnswer(
      routes: problem.routes(of: outcome.solution, priced),
      unassigned: problem.unassigned(outcome.solution, reasons: reasons.reasons),
      warnings: warnings)
    answer.lowerBound = outcome.bound
    return answer
  }

  /// Faults of the compiled problem are faults of the request that its reader let pass.
  private func solver(_ objective: VroomProblem.Objective) throws(VroomFaults) -> Problem {
    do throws(ProblemFaults) {
      return try Problem(problem.draft(objective))
    } catch {
      throw VroomFaults(
        faults: error.faults.map { VroomFault("", "\($0.pointer): \($0.cause)", remedy: $0.remedy) }
      )
    }
  }

  /// Vehicles whose steps cannot be made as they are given. VROOM refuses them; here they are mended.
  private func misfits(_ given: Solution, _ solver: Problem) -> [VroomWarning] {
    given.routes.compactMap { route in
      let alone = Solution(
        routes: [route],
        unserved: (0..<solver.requestCount).filter { r in
          !route.stops.contains { $0 >> 1 == r }
        })
      let violations = Verifier.violations(in: alone, of: solver).filter {
        $0.rule != .breakMissing && $0.vehicle == route.vehicle
      }
      guard let first = violations.first else { return nil }
      let vehicle = problem.request.vehicles[route.vehicle]
      return VroomWarning(
        vehicle.pointer + "/steps",
        "Infeasible route for vehicle \(vehicle.id) (\(first.rule.rawValue)); "
          + "its steps were taken as a hint.")
    }
  }

  // MARK: Searching

  private struct Outcome {
    var solution: Solution
    var bound: Double?
  }

  private func search(
    from given: Solution?, _ priced: Problem, _ stop: SearchStop
  ) throws -> Outcome {
    let clock = ContinuousClock()
    let begin = clock.now
    func elapsed() -> Double { (clock.now - begin) / .seconds(1) }
    var start = given
    if settings.provesBound && isServable(priced) {
      let whole = try solver(.everybody)
      var options = options(effort.first)
      options.provesBound = true
      let result = try run(whole, options, from: given, stop, givesUpAfter: effort.first / 4)
      start = result.solution
      if result.solution.unserved.isEmpty {
        return try goOn(
          whole, from: result, since: elapsed, stop, provesBound: true)
      }
    }
    let rest = max(effort.first / 2, min(effort.first, effort.whole - elapsed()))
    let result = try run(priced, options(rest), from: start, stop)
    return try goOn(priced, from: result, since: elapsed, stop, provesBound: false)
  }

  /// Searches again from the best as long as that helps and time is left.
  private func goOn(
    _ solver: Problem, from first: SearchResult, since elapsed: () -> Double, _ stop: SearchStop,
    provesBound: Bool
  ) throws -> Outcome {
    var best = first
    var bound = first.lowerBound
    while !stop.isRaised, !(bound?.isOptimal ?? false) {
      let rest = effort.whole - elapsed()
      guard rest > effort.first / 8 else { break }
      var options = options(min(rest, effort.first / 2))
      options.seed = settings.seed &+ UInt64(best.iterations)
      options.provesBound = provesBound && bound?.proof ?? .trivial != .trivial
      let result = try run(solver, options, from: best.solution, stop)
      if let found = result.lowerBound, found.value > bound?.value ?? 0 { bound = found }
      let gain = best.cost.total - result.cost.total
      if gain > 0 { best = result }
      if gain < 1e-6 * max(1, best.cost.routing), !effort.isAsked { break }
    }
    let proven = provesBound ? bound.flatMap { $0.value > 0 ? $0.value : nil } : nil
    return Outcome(solution: best.solution, bound: proven)
  }

  private func options(_ seconds: Double) -> SolverOptions {
    var options = SolverOptions(seed: settings.seed, timeLimit: seconds, threads: threads)
    options.provesBound = false
    return options
  }

  /// - Parameter limit: seconds after which the search ends if it has not found a place for everybody.
  private func run(
    _ solver: Problem, _ options: SolverOptions, from start: Solution?, _ stop: SearchStop,
    givesUpAfter limit: Double = .infinity
  ) throws -> SearchResult {
    let own = SearchStop()
    return try SearchThread.run(solver, options: options, from: start, stop: own) { progress in
      if stop.isRaised || progress.unserved > 0 && progress.elapsed > limit { own.raise() }
    }
  }

  /// Whether each task could be served if it were the only one.
  private func isServable(_ solver: Problem) -> Bool {
    let reasons = VroomReasons(problem, solver)
    return problem.references.allSatisfy { reasons.reasons($0) == [.competition] }
  }
}

/// How long to search.
struct VroomEffort {
  /// Seconds of the first search, and of all together.
  let first: Double
  let whole: Double
  /// Whether somebody gave a limit, which is used up then.
  let isAsked: Bool

  /// Share of the time at each level of exploration.
  private static let shares = [0.1, 0.2, 0.35, 0.5, 0.75, 1]

  /// - Parameters:
  ///   - level: 0 to 5.
  ///   - limit: seconds; `nil`: as long as the search improves, within reason.
  init(tasks: Int, level: Int, limit: Double?, longest: Double) {
    let share = Self.shares[min(max(level, 0), 5)]
    let usual = min(share * (0.2 + 0.02 * Double(tasks)), longest / 3)
    isAsked = limit != nil
    whole = max(0.01, limit ?? 3 * usual)
    first = limit.map { max(0.01, $0) } ?? usual
  }
}

extension VroomFaults {
  /// A solution that the checker refuses is a fault of ours, never an answer.
  fileprivate init(broken violations: [Violation]) {
    self.init(
      faults: violations.prefix(10).map { violation in
        VroomFault("", "Internal error: \(violation.rule.rawValue).")
      }, code: .internalError)
  }
}

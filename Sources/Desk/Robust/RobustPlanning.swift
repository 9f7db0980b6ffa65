public import DialARide
public import Optimizer
public import Planning
internal import Verification

/// Makes a plan hold better by what rehearsals of it show (R49).
///
/// After a first search the plan is rehearsed, and tight connections get slack as far as the runs can hold it. Each run whose
/// riders then are late less often by more than the slack costs keeps it; the day is searched again from there with the
/// slack that is left, and what comes of all that is rehearsed on the same days. The best is kept where what the late riders
/// fewer are worth, at the profile's price, is more than what it costs, refusals included; otherwise half the slack is tried.
/// In the end the plan kept and the first one are rehearsed on other days than those that it was chosen by, and these
/// decide. Times are those planned with the slack, and the day's own checker judges them.
public struct RobustPlanning {
  private static let rounds = 3
  /// Part of the time, or of the iterations, that the first search has.
  private static let firstShare = 0.5
  /// Days of a rehearsal.
  private static let days = 1000

  public let input: DayInput
  public let compiled: CompiledDay
  private let options: SolverOptions
  private let price: Double

  public init(input: DayInput, compiled: CompiledDay, options: SolverOptions) {
    self.input = input
    self.compiled = compiled
    self.options = options
    price = RehearsalModel(compiled.day).latePrice
  }

  /// What the first search may take.
  public var first: SolverOptions { part(Self.firstShare) }

  private func part(_ share: Double) -> SolverOptions {
    var part = options
    part.timeLimit = options.timeLimit.map { max(0.1, $0 * share) }
    part.iterations = options.iterations.map { max(1, Int((Double($0) * share).rounded())) }
    return part
  }

  /// How one plan stands.
  struct Candidate {
    var solution: Solution
    var plan: Plan
    var rehearsal: Rehearsal
    var cost: CostBreakdown

    /// Of one run, on average over the days.
    func lateRiders(_ run: String) -> Double {
      guard let index = plan.runs.firstIndex(where: { $0.id == run }) else { return 0 }
      return rehearsal.runs[index].lateRiders
    }
  }

  /// - Parameters:
  ///   - result: of the first search.
  ///   - isOver: whether somebody wants it to end; the best so far is then kept.
  ///   - search: searches a problem from a solution.
  public func run(
    from result: SearchResult, isOver: () -> Bool,
    search: (Problem, SolverOptions, Solution) throws -> SearchResult
  ) throws -> RobustOutcome {
    let first = try candidate(result.solution.scheduled(in: compiled.problem))
    var best = first
    var slack = RobustSlack()
    var share = 1.0
    var refused: Candidate?
    var outcome = RobustOutcome(result: result, price: price)
    var options = part((1 - Self.firstShare) / Double(Self.rounds))
    options.provesBound = false
    for _ in 0..<Self.rounds where !isOver() {
      var wanted = slack
      wanted.add(best.rehearsal, of: best.plan, on: compiled.day, share: share, price: price)
      guard wanted != slack else { break }
      var trials = try loosened(best, by: &wanted, slack)
      var tried = trials.first { worth($0.plan, over: best) > 0 }?.slack ?? wanted
      let start = trials.first { $0.slack == tried }?.plan ?? best
      let problem = try fitted(&tried, to: start.solution)
      let found = try search(problem.problem, options, start.solution)
      outcome.result.iterations += found.iterations
      outcome.result.elapsed += found.elapsed
      outcome.rounds += 1
      if let plan = try sound(problem.solution(found.solution)) { trials.append((plan, tried)) }
      guard let next = trials.max(by: { worth($0.plan, over: $1.plan) < 0 }) else { continue }
      if worth(next.plan, over: best) > 0 {
        (best, slack) = next
        outcome.kept += 1
      } else {
        share /= 2
        if refused.map({ worth(next.plan, over: $0) > 0 }) ?? true { refused = next.plan }
      }
    }
    try judge(&best, first, refused, &outcome)
    outcome.result.solution = best.solution
    outcome.result.cost = best.cost
    if best.cost.total > first.cost.total + 1e-6 { outcome.result.lowerBound?.isOptimal = false }
    return outcome
  }

  /// A plan's own runs with slack: where each can hold it, and where each is worth it.
  private func loosened(
    _ plan: Candidate, by wanted: inout RobustSlack, _ slack: RobustSlack
  ) throws -> [(plan: Candidate, slack: RobustSlack)] {
    guard let all = try sound(fitted(&wanted, to: plan.solution).solution(plan.solution)) else {
      return []
    }
    let (solution, idle) = chosen(all, over: plan)
    guard !idle.isEmpty, let some = try sound(solution) else { return [(all, wanted)] }
    var less = wanted
    less.take(idle, from: slack)
    return [(some, less), (all, wanted)]
  }

  /// Of each run the form with slack where it is worth more than it costs, else the one before; and legs of the latter.
  ///
  /// A return that hangs on another run is judged with its own; the whole is rehearsed again afterwards.
  private func chosen(_ loosened: Candidate, over plan: Candidate) -> (Solution, idle: Set<Int>) {
    var solution = plan.solution
    var idle: Set<Int> = []
    for (index, route) in plan.solution.routes.enumerated() {
      let id = compiled.runId(route.vehicle)
      guard let other = loosened.solution.routes.first(where: { $0.vehicle == route.vehicle })
      else { continue }
      let gain = price * (plan.lateRiders(id) - loosened.lateRiders(id))
      let cost =
        other.cost(in: compiled.problem).total - route.cost(in: compiled.problem).total
      if gain - cost > 1e-9 {
        solution.routes[index] = other
      } else {
        idle.formUnion(route.stops.compactMap(leg))
      }
    }
    return (solution, idle)
  }

  /// The leg that a stop of a route belongs to, if it is one of a rider.
  private func leg(_ stop: Int) -> Int? {
    guard compiled.problem.isRequestStop(stop), case .leg(let leg) = compiled.requests[stop >> 1]
    else { return nil }
    return leg
  }

  /// Rehearses what is kept on other days than those that it was chosen by; where it is not worth it on them, the first plan
  /// stays.
  private func judge(
    _ best: inout Candidate, _ first: Candidate, _ refused: Candidate?,
    _ outcome: inout RobustOutcome
  ) throws {
    func again(_ plan: Candidate) throws -> Candidate {
      var plan = plan
      plan.rehearsal = try rehearsal(of: plan.plan, seed: options.seed)
      return plan
    }
    let before = try again(first)
    outcome.before = standing(before)
    outcome.after = outcome.before
    outcome.refused = try refused.map { standing(try again($0)) }
    guard outcome.kept > 0 else { return }
    let after = try again(best)
    if worth(after, over: before) > 0 {
      outcome.after = standing(after)
    } else {
      outcome.refused = standing(after)
      outcome.kept = 0
      best = first
    }
  }

  /// Euros by which one plan is better than another.
  private func worth(_ plan: Candidate, over other: Candidate) -> Double {
    let gain = price * (other.rehearsal.lateRiders - plan.rehearsal.lateRiders)
    return gain - (plan.cost.total - other.cost.total) - 1e-9
  }

  /// Slack that every run of a solution can hold as it is, so that the search begins with everybody on board.
  private func fitted(
    _ slack: inout RobustSlack, to solution: Solution
  ) throws(Failure) -> RobustProblem {
    for share in [0.5, 0.5, 0] {
      let problem = try robust(slack)
      guard let legs = problem.overstretched(solution.routes, in: compiled) else {
        return problem
      }
      // Where the runs at fault have no slack of their own, the others' has made waits too short for them.
      slack.shrink(legs.isEmpty ? Set(slack.pickups.keys) : legs, to: share)
    }
    let problem = try robust(slack)
    guard problem.overstretched(solution.routes, in: compiled) != nil else { return problem }
    slack.shrink(Set(slack.pickups.keys), to: 0)
    return try robust(slack)
  }

  private func robust(_ slack: RobustSlack) throws(Failure) -> RobustProblem {
    do throws(Faults) {
      return try RobustProblem(compiled, slack)
    } catch {
      throw Failure(.internalError, error.faults)
    }
  }

  /// The solution as a plan that keeps the day's own rules; `nil` where it does not.
  private func sound(_ solution: Solution) throws -> Candidate? {
    let broken = Verifier.violations(in: solution, of: compiled.problem)
    guard broken.allSatisfy(\.obeysLock) else { return nil }
    let candidate = try candidate(solution)
    let violations = try input.violations(in: candidate.plan)
    return violations.allSatisfy(\.decided) ? candidate : nil
  }

  private func candidate(_ solution: Solution) throws(Failure) -> Candidate {
    let nothing = PlanProvenance(
      engine: "", seed: 0, iterations: nil, timeLimit: nil, scenarioHash: "")
    // Reasons are found once, of the plan that is kept.
    let plan = compiled.plan(
      from: solution, provenance: nothing, reasons: ReasonEffort(goesOn: { false }),
      keepsTimes: true)
    return Candidate(
      solution: solution, plan: plan, rehearsal: try rehearsal(of: plan, seed: options.seed &+ 1),
      cost: solution.cost(in: compiled.problem))
  }

  private func rehearsal(of plan: Plan, seed: UInt64) throws(Failure) -> Rehearsal {
    do throws(Faults) {
      return try Rehearsal(
        of: plan, on: compiled.day,
        options: Rehearsal.Options(days: Self.days, seed: seed, threads: options.threads))
    } catch {
      throw Failure(.internalError, error.faults)
    }
  }

  private func standing(_ candidate: Candidate) -> RobustOutcome.Standing {
    let figures = candidate.plan.indicators
    return RobustOutcome.Standing(
      lateRiders: candidate.rehearsal.lateRiders,
      missedAppointments: candidate.rehearsal.missedAppointments,
      leftBehind: candidate.rehearsal.leftBehind, holds: candidate.rehearsal.holds,
      cost: figures.cost, kilometres: figures.kilometres, servedLegs: figures.servedLegs)
  }
}

public import DialARide
public import Optimizer
public import Planning
internal import Verification

/// Makes a plan hold better by what rehearsals of it show (R49).
///
/// After a first search the plan is rehearsed; tight connections get slack as far as the runs can hold it, the day is searched
/// again from the plan with it, and what comes of it, or the same runs with other times, is rehearsed on the same days. It is kept where what the late riders fewer are worth, at the profile's
/// price, is more than what it costs, refusals included; otherwise half the slack is tried. Times are then those planned
/// with the slack, and the day's own checker judges them.
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
    var outcome = RobustOutcome(result: result, before: standing(first), price: price)
    var options = part((1 - Self.firstShare) / Double(Self.rounds))
    options.provesBound = false
    for _ in 0..<Self.rounds where !isOver() {
      var wanted = slack
      wanted.add(best.rehearsal, of: best.plan, on: compiled.day, share: share, price: price)
      guard wanted != slack else { break }
      let problem = try fitted(&wanted, to: best.solution)
      var next = try sound(problem.solution(best.solution))
      let found = try search(problem.problem, options, best.solution)
      outcome.result.iterations += found.iterations
      outcome.result.elapsed += found.elapsed
      outcome.rounds += 1
      if let other = try sound(problem.solution(found.solution)),
        next.map({ worth(other, over: $0) > 0 }) ?? true
      {
        next = other
      }
      if let next, worth(next, over: best) > 0 {
        (best, slack) = (next, wanted)
        outcome.kept += 1
      } else {
        share /= 2
      }
    }
    outcome.result.solution = best.solution
    outcome.result.cost = best.cost
    if best.cost.total > first.cost.total + 1e-6 { outcome.result.lowerBound?.isOptimal = false }
    outcome.after = standing(best)
    return outcome
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
    let rehearsal: Rehearsal
    do throws(Faults) {
      rehearsal = try Rehearsal(
        of: plan, on: compiled.day,
        options: Rehearsal.Options(
          days: Self.days, seed: options.seed, threads: options.threads))
    } catch {
      throw Failure(.internalError, error.faults)
    }
    return Candidate(
      solution: solution, plan: plan, rehearsal: rehearsal,
      cost: solution.cost(in: compiled.problem))
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

/// What robustness has brought, and what it costs.
public struct RobustOutcome: Sendable {
  /// One plan as it was rehearsed.
  public struct Standing: Hashable, Sendable, Encodable {
    /// On average over the days.
    public var lateRiders: Double
    public var missedAppointments: Double
    public var leftBehind: Double
    /// Chance of a day on which nobody is late.
    public var holds: Double
    /// Euros of the runs.
    public var cost: Double
    public var kilometres: Double
    public var servedLegs: Int
  }

  /// With the solution kept; the bound is the first search's.
  public fileprivate(set) var result: SearchResult
  public let before: Standing
  public fileprivate(set) var after: Standing
  /// Euros that one late rider fewer may cost.
  public let price: Double
  /// Plans made with slack, and kept.
  public fileprivate(set) var rounds = 0
  public fileprivate(set) var kept = 0

  fileprivate init(result: SearchResult, before: Standing, price: Double) {
    self.result = result
    self.before = before
    after = before
    self.price = price
  }
}

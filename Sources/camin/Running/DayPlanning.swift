internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning

/// Plans of one day to compare: each offer by itself, or all together, by the same solver in the same total time.
struct DayPlanning {
  let input: DayInput
  let options: SolverOptions
  let output: OutputOptions

  /// The part of one offer.
  struct Part: Encodable {
    let offer: Offer
    let bookings: Int
    let legs: Int
    /// Bookings that went on to the volunteers, who are asked for them too.
    var handedOn = 0
    /// Bookings with a leg that nobody of the offer may take, whatever the hour.
    let hopeless: Int
    /// Drivers and vehicles there on the day.
    let resources: Int
    let served: Int
    /// What the search was given: a share of the whole by the number of legs.
    let seconds: Double?
    let iterations: Int?
    let iterationsDone: Int
  }

  /// The sum of the offers' plans.
  struct Apart {
    let plan: Plan
    let parts: [Part]
  }

  /// All offers together.
  func pooled() throws -> Plan { try searched(input, options).plan }

  /// Each offer by itself.
  ///
  /// - Parameter handsOn: what the TAD refuses is asked of the volunteers afterwards; otherwise nobody takes up what
  ///   another offer refuses.
  func apart(_ split: OfferSplit, handsOn: Bool) throws -> Apart {
    var split = split
    let shares = Offer.allCases.map { split.legs(of: $0) }
    var plans: [Plan] = []
    var parts: [Part] = []
    for (offer, asked) in zip(Offer.allCases, shares) where split.legs(of: offer) > 0 {
      let own = limits(share: Double(asked) / Double(split.day.legs.count))
      let found = try searched(input.part(split.scenario(of: offer)), own)
      var plan = found.plan
      var part = Part(
        split, offer, served: plan.indicators.servedLegs, limits: own,
        iterationsDone: found.iterations)
      if handsOn, offer == .tad {
        let handed = split.handingOn(from: plan)
        split = handed.split
        let ids = Set(handed.bookings.map { split.day.scenario.bookings[$0].id })
        plan.unserved.removeAll { ids.contains($0.booking) }
        part.handedOn = ids.count
      }
      plans.append(plan)
      parts.append(part)
    }
    let done = parts.reduce(0) { $0 + $1.iterationsDone }
    let provenance = provenance(options.timeLimit == nil ? nil : done)
    let whole = try input.following(plans.flatMap(\.connections))
    var sum = Plan(adding: plans, of: whole.day, provenance: provenance)
    sum.provenance.planHash = try PlanDocument.contentHash(sum)
    return Apart(plan: sum, parts: parts)
  }

  /// A share of the whole search; the least there is, for an offer that only gets what another hands on.
  private func limits(share: Double) -> SolverOptions {
    var own = options
    own.timeLimit = options.timeLimit.map { max(0.1, $0 * share) }
    own.iterations = options.iterations.map { max(1, Int((Double($0) * share).rounded())) }
    return own
  }

  /// No number of iterations is stated by which the plan could be made again: no single search has made it.
  private func provenance(_ done: Int?) -> PlanProvenance {
    PlanProvenance(
      engine: Release.engine, method: .apart, seed: options.seed,
      iterations: nil, timeLimit: options.timeLimit, iterationsDone: done,
      threads: done == nil ? nil : options.threads,
      scenarioHash: ScenarioDocument.hash(input.scenario), travel: input.travel.provenance)
  }

  private func searched(
    _ input: DayInput, _ options: SolverOptions
  ) throws -> (plan: Plan, iterations: Int) {
    let compiled = try input.compiled()
    guard compiled.problem.requestCount > 0 else {
      let nobody = Solution(routes: [], unserved: [])
      return (compiled.plan(from: nobody, provenance: provenance(nil)), 0)
    }
    let outcome = try SearchRunner(options: options, output: output).run(compiled.problem)
    guard !outcome.wasInterrupted else {
      Console.complain(
        say(
          fr: "Interrompu : il n’y a pas de comparaison, rien n’est écrit.\n",
          en: "Interrupted: there is no comparison, nothing is written.\n"))
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
    let plan = try PlanMaking(input: input, compiled: compiled, options: options)
      .plan(from: outcome.search).plan
    return (plan, outcome.result.iterations)
  }
}

extension DayPlanning.Part {
  fileprivate init(
    _ split: OfferSplit, _ offer: Offer, served: Int, limits: SolverOptions, iterationsDone: Int
  ) {
    let bookings = split.bookings(of: offer)
    self.init(
      offer: offer, bookings: bookings.count, legs: split.legs(of: offer),
      hopeless: bookings.count { split.entries[$0].isHopeless },
      resources: split.resources(of: offer), served: served, seconds: limits.timeLimit,
      iterations: limits.iterations, iterationsDone: iterationsDone)
  }
}

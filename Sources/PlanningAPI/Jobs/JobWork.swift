internal import Desk
internal import DialARide
internal import Foundation
internal import Interchange
internal import Optimizer
internal import PlanStore
internal import Planning
internal import TravelTimes

/// Does a job: from the request in the file to the plan in the file.
struct JobWork: Sendable {
  let file: ServerFile
  let limits: JobLimits
  let ground: ServerGround

  /// Runs on the calling thread to the end of the job, whatever it is.
  func run(_ job: Job) {
    do {
      try begin(job)
      let made = try make(job)
      try finish(job, made)
    } catch {
      fail(job, Problem(any: error, base: ""))
    }
  }

  private func begin(_ job: Job) throws {
    let now = Date()
    guard job.status.attempts < limits.mostAttempts else {
      throw Problem(
        .internalError,
        fr:
          "Le serveur s’est arrêté \(limits.mostAttempts) fois pendant ce calcul, qui est abandonné.",
        en: "The server ended \(limits.mostAttempts) times during this job, which is given up.")
    }
    try file.begin(job.id, at: now)
    let status = job.change { status in
      status.state = .solving
      status.startedAt = now
      status.attempts += 1
    }
    job.tell(.status, JobMoment(status.state, at: now))
  }

  /// What is written at the end.
  private struct Made {
    var document: [UInt8]
    var outcome: JobOutcome
    var wasStopped: Bool
  }

  private func make(_ job: Job) throws -> Made {
    guard let body = try file.request(of: job.id) else {
      throw Problem(.internalError, fr: "La demande manque.", en: "The request is missing.")
    }
    let request = try PlanningRequest.checked(body, .of(job.kind))
    do {
      return try make(job, request)
    } catch let failure as Failure {
      throw Problem(failure, base: request.base)
    }
  }

  private func make(_ job: Job, _ request: PlanningRequest) throws -> Made {
    guard let events = request.events, let told = request.previous else {
      return try search(job, request)
    }
    return try mend(job, request, told, after: events)
  }

  /// A day planned from nothing, or from the plan told.
  private func search(_ job: Job, _ request: PlanningRequest) throws -> Made {
    let keepsTimes = request.options.keepsTimes ?? false
    let input = try DayInput(
      request, on: ground,
      after: request.previous.map { PublishedPlan($0, keepsTimes: keepsTimes) })
    try input.checkFrozenRuns()
    let compiled = try input.compiled()
    let options = limits.options(request.options)
    let longest = limits.longestTime
    let result = try SearchThread.run(
      compiled.problem, options: options, from: compiled.start, stop: job.stop
    ) { progress in
      job.note(progress)
      // A number of iterations bounds no time.
      if progress.elapsed > longest { job.stop.raise() }
    }
    let stop = job.stop
    let outcome = SearchOutcome(result: result) { stop.isRaised ? 1 : 0 }
    let made = try PlanMaking(input: input, compiled: compiled, options: options).plan(
      from: outcome)
    return try self.made(job, made, result, input.warnings)
  }

  /// A plan told, mended after something has happened.
  private func mend(
    _ job: Job, _ request: PlanningRequest, _ told: Plan, after content: EventsDocument.Content
  ) throws -> Made {
    let input = try DayInput(request, on: ground)
    try input.accept(told, of: request, at: "/previous")
    var replanning = Replanning(input, told: told, options: limits.options(request.options))
    replanning.now = content.now
    replanning.keepsTimes = request.options.keepsTimes ?? true
    let stop = job.stop
    let outcome = try replanning.run(
      content.events, travel: ground.roads, cache: ground.cache, stop: stop,
      stops: { stop.isRaised ? 1 : 0 })
    return try made(job, outcome.made, outcome.search.result, outcome.input.warnings)
  }

  private func made(
    _ job: Job, _ made: MadePlan, _ result: SearchResult, _ warnings: [Fault]
  ) throws -> Made {
    let ender = job.status.ender
    return Made(
      document: Array(try PlanDocument.text(made.plan).utf8),
      outcome: JobOutcome(
        figures: JobOutcome.Figures(made.plan, result), endedBy: ender, warnings: warnings),
      wasStopped: ender != nil)
  }

  private func finish(_ job: Job, _ made: Made) throws {
    let end = JobEnd(
      state: made.wasStopped ? .stopped : .complete, outcome: made.outcome.json,
      result: made.document, resultHash: Reply.tag(of: made.document))
    try close(job, end, made.outcome)
  }

  /// Ends a job that will have no plan.
  func fail(_ job: Job, _ problem: Problem) {
    let outcome = JobOutcome(problem)
    do {
      try close(job, JobEnd(state: .failed, outcome: outcome.json), outcome)
    } catch {
      // The file will not take it: what the running server tells must be true all the same.
      conclude(job, .failed, outcome, hash: nil, at: Date())
    }
  }

  /// Ends a job that was still waiting.
  func withdraw(_ job: Job) throws {
    let outcome = JobOutcome(endedBy: .client)
    try close(job, JobEnd(state: .stopped, outcome: outcome.json), outcome)
  }

  private func close(_ job: Job, _ end: JobEnd, _ outcome: JobOutcome) throws {
    let now = Date()
    try file.end(job.id, end, at: now)
    conclude(job, end.state, outcome, hash: end.resultHash, at: now)
  }

  private func conclude(
    _ job: Job, _ state: JobRecord.State, _ outcome: JobOutcome, hash: String?, at moment: Date
  ) {
    job.change { status in
      status.state = state
      status.endedAt = moment
      status.outcome = outcome
      status.resultHash = hash
    }
    // Afterwards: who has been told that it is done must find it so.
    job.tell(.done, JobMoment(state, at: moment))
    job.forgetOldEvents()
  }
}

/// A change of state, as events tell it.
struct JobMoment: Encodable, Sendable {
  let state: String
  let at: Date

  init(_ state: JobRecord.State, at moment: Date) {
    self.state = state.rawValue
    at = moment
  }
}

extension JobOutcome.Figures {
  init(_ plan: Plan, _ result: SearchResult) {
    let indicators = plan.indicators
    self.init(
      bookings: indicators.bookings, servedBookings: indicators.servedBookings,
      legs: indicators.legs, servedLegs: indicators.servedLegs, runs: indicators.runs,
      kilometres: indicators.kilometres, planHash: plan.provenance.planHash,
      objective: result.cost.total, lowerBound: plan.proof?.lowerBound, gap: plan.proof?.gap,
      optimal: plan.proof?.isOptimal, iterations: result.iterations, elapsed: result.elapsed)
  }
}

extension JobLimits {
  /// What a request may have of what it asks for.
  func options(_ wish: RequestOptions) -> SolverOptions {
    let time = wish.timeLimit ?? (wish.iterations == nil ? timeLimit : nil)
    return SolverOptions(
      seed: UInt64(wish.seed), iterations: wish.iterations,
      timeLimit: time.map { min($0, longestTime) },
      threads: min(wish.threads ?? threads, threads))
  }
}

internal import Desk
internal import Foundation
internal import Interchange
internal import Optimizer
internal import PlanStore
internal import Planning
internal import TravelTimes

/// What all endpoints share: jobs, keys, the file that outlasts the process, and threads for what takes its time.
final class PlanningService: Sendable {
  let settings: ServerSettings
  let file: ServerFile
  let office: JobOffice
  let work: JobWork
  let ring: KeyRing
  /// Name of this run of the server: versions of jobs are counted anew in each.
  let run = Token.random(bytes: 4)
  /// Who could carry somebody; `nil`: the server holds no days.
  let counter: OfferOffice?
  let metrics = Metrics()
  let ground: ServerGround
  /// For what has to be quick: the file.
  let desk: WorkPool
  /// For reading the bodies of jobs: a moment for most, seconds for the largest, which must keep nobody from the file.
  let reader: WorkPool
  /// For what computes for seconds.
  let study: WorkPool
  /// For searches whose client waits for the answer.
  let solve: WorkPool
  /// Bodies that are on their way in.
  let intake: Intake

  /// Takes up the jobs that the file holds: those that a process has left unfinished are queued again.
  init(_ settings: ServerSettings, file: ServerFile) throws(StoreError) {
    let ground = ServerGround(settings)
    self.ground = ground
    var settings = settings
    settings.roads = ground.roads
    self.settings = settings
    self.file = file
    intake = Intake(mostBytes: settings.mostBytes)
    let work = JobWork(file: file, limits: settings.jobs, ground: ground)
    self.work = work
    counter = settings.days.map {
      OfferOffice(
        $0, roads: ground.roads, cache: ground.cache, feeds: ground.feeds,
        kept: ground.timetables)
    }
    office = JobOffice(limits: settings.jobs) { work.run($0) }
    ring = KeyRing(mostBytes: settings.mostBytes)
    desk = WorkPool(name: "camin desk", threads: 2, mostWaiting: 256, niceness: 0)
    reader = WorkPool(name: "camin reader", threads: 2, mostWaiting: 64, niceness: 1)
    study = WorkPool(
      name: "camin study", threads: max(1, settings.jobs.parallel), mostWaiting: 32, niceness: 5)
    solve = WorkPool(
      name: "camin solve", threads: settings.jobs.parallel, mostWaiting: 32,
      niceness: settings.jobs.niceness)
    ring.replace(with: try file.keys())
    for var record in try file.jobs() where record.state != .erased {
      if record.state == .solving {
        try file.putBack(record.id)
        record.state = .queued
        record.startedAt = nil
      }
      guard let kind = JobKind(rawValue: record.kind) else { continue }
      office.add(Job(record, kind: kind))
    }
  }

  /// A request for a plan, understood.
  struct Asked: Sendable {
    let kind: JobKind
    let tenant: String
    /// Public part of the caller's key.
    let apiKey: String?
    /// Of the client's choosing.
    let key: String?
    let fingerprint: String
    /// With the day spelled out, if it named one.
    let body: [UInt8]
    let legs: Int
  }

  /// Name of a request by what it asks.
  func fingerprint(_ body: [UInt8], _ kind: JobKind) -> String {
    SHA256.hex(Array(kind.rawValue.utf8) + [0] + body)
  }

  /// Reads what is asked, which takes a moment for large days.
  func read(
    _ body: [UInt8], _ kind: JobKind, from caller: Caller, key: String?, fingerprint: String
  ) throws -> Asked {
    let spelled = try spelledOut(body, kind, for: caller)
    let request = try asked(spelled, .of(kind))
    return Asked(
      kind: kind, tenant: caller.tenant, apiKey: caller.key, key: key, fingerprint: fingerprint,
      body: spelled, legs: request.scenario.bookings.reduce(0) { $0 + $1.legs.count })
  }

  /// Reads a body whose day the server takes on.
  func asked(_ body: [UInt8], _ form: RequestForm) throws(Problem) -> PlanningRequest {
    let request = try PlanningRequest.checked(body, form)
    try settings.jobs.check(request.scenario)
    return request
  }

  /// The job that a tenant has asked for before under an idempotency key; `nil`: there is none.
  ///
  /// Looked for before the request is read: who repeats one must get the same answer, however full the queue is and
  /// whatever has become of the day since.
  ///
  /// - Throws: `Problem` where another request was sent under the key.
  func earlier(_ fingerprint: String, of tenant: String, key: String) throws -> Job? {
    try file.job(of: tenant, key: key).map { try repeated($0, fingerprint) }
  }

  /// Takes a request for a plan in: it is in the file before this returns.
  ///
  /// - Returns: the job, and whether it had been accepted before.
  func accept(_ asked: Asked) throws -> (job: Job, isRepeated: Bool) {
    let record = JobRecord(
      id: Token.random(bytes: 16), tenant: asked.tenant, apiKey: asked.apiKey,
      kind: asked.kind.rawValue, idempotencyKey: asked.key, fingerprint: asked.fingerprint,
      legs: asked.legs, submittedAt: Date())
    try office.checkRoom(for: asked.tenant, legs: asked.legs)
    switch try file.accept(record, request: asked.body) {
    case .accepted:
      let job = Job(record, kind: asked.kind)
      job.tell(.status, JobMoment(.queued, at: record.submittedAt))
      office.add(job)
      return (job, false)
    case .repeated(let known):
      return (try repeated(known, asked.fingerprint), true)
    case .conflicting:
      throw Problem(.keyReused)
    }
  }

  private func repeated(_ known: JobRecord, _ fingerprint: String) throws(Problem) -> Job {
    guard known.fingerprint == fingerprint else { throw Problem(.keyReused) }
    guard let job = office.job(known.id, of: known.tenant) else { throw Problem(.erased) }
    return job
  }

  /// Ends a job with the best so far.
  func stop(_ job: Job) throws {
    if office.withdraw(job) { return try work.withdraw(job) }
    guard !job.status.state.isOver else { return }
    job.change { $0.ender = $0.ender ?? .client }
    job.stop.raise()
  }

  /// Removes what a job that is over was asked and what came of it.
  func erase(_ job: Job) throws {
    try file.erase(job.id)
    job.change { status in
      status.state = .erased
      status.outcome = nil
      status.resultHash = nil
      status.incumbent = nil
    }
  }

  /// Removes what is older or more than it may be, takes up keys made or revoked meanwhile, and ends searches that have
  /// not ended by themselves.
  func tidy() throws(StoreError) {
    office.endOverdue()
    ring.replace(with: try file.keys())
    office.forget(try file.purge(endedBefore: Date() - settings.keepHours * 3600))
    office.forget(try file.purge(keepingBytes: settings.mostKeptBytes))
  }
}

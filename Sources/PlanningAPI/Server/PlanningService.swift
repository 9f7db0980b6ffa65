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
  /// Who could carry somebody; `nil`: the server holds no days.
  let counter: OfferOffice?
  let metrics = Metrics()
  /// For what has to be quick: reading bodies, the file.
  let desk: WorkPool
  /// For what computes for seconds.
  let study: WorkPool
  /// For searches whose client waits for the answer.
  let solve: WorkPool

  /// Takes up the jobs that the file holds: those that a process has left unfinished are queued again.
  init(_ settings: ServerSettings, file: ServerFile) throws(StoreError) {
    var settings = settings
    settings.roads = settings.roads?.kept(in: KeptRoads())
    self.settings = settings
    self.file = file
    let work = JobWork(
      file: file, limits: settings.jobs, roads: settings.roads, cache: settings.roadsCache)
    self.work = work
    counter = settings.days.map {
      OfferOffice($0, roads: settings.roads, cache: settings.roadsCache, feeds: settings.feeds)
    }
    office = JobOffice(limits: settings.jobs) { work.run($0) }
    ring = KeyRing(mostBytes: settings.mostBytes)
    desk = WorkPool(name: "camin desk", threads: 2, mostWaiting: 256, niceness: 0)
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
      }
      guard let kind = JobKind(rawValue: record.kind) else { continue }
      office.add(Job(record, kind: kind))
    }
  }

  /// Takes a request for a plan in: it is in the file before this returns.
  ///
  /// - Parameter key: idempotency key of the client.
  /// - Returns: the job, and whether it had been accepted before.
  func accept(
    _ body: [UInt8], kind: JobKind, from caller: Caller, key: String?
  ) throws -> (job: Job, isRepeated: Bool) {
    let tenant = caller.tenant
    let fingerprint = SHA256.hex(Array(kind.rawValue.utf8) + [0] + body)
    // Before there is room for it: who repeats a request must get the same answer, however full the queue is and
    // whatever has become of the day since.
    if let key, let known = try file.job(of: tenant, key: key) {
      return (try repeated(known, fingerprint), true)
    }
    let body = try spelledOut(body, kind, for: caller)
    let request = try PlanningRequest.checked(body, .of(kind))
    let legs = request.scenario.bookings.reduce(0) { $0 + $1.legs.count }
    let record = JobRecord(
      id: Token.random(bytes: 16), tenant: tenant, kind: kind.rawValue, idempotencyKey: key,
      fingerprint: fingerprint, legs: legs, submittedAt: Date())
    try office.checkRoom(for: tenant, legs: legs)
    switch try file.accept(record, request: body) {
    case .accepted:
      let job = Job(record, kind: kind)
      job.tell(.status, JobMoment(.queued, at: record.submittedAt))
      office.add(job)
      return (job, false)
    case .repeated(let known):
      return (try repeated(known, fingerprint), true)
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

  /// Removes what is older than it may be, and takes up keys made or revoked meanwhile.
  func tidy() throws(StoreError) {
    ring.replace(with: try file.keys())
    office.forget(try file.purge(endedBefore: Date() - settings.keepHours * 3600))
  }
}

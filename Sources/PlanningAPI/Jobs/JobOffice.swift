internal import Foundation
internal import HTTPTypes
internal import Optimizer
internal import PlanStore
internal import Synchronization

/// All jobs that the server knows, and when which of them runs.
final class JobOffice: Sendable {
  private struct State {
    var jobs: [String: Job] = [:]
    /// Ids in the order of acceptance.
    var order: [String] = []
    var queue = FairQueue<Job>()
    /// Bytes that each running job is thought to need.
    var running: [String: Int] = [:]
    var isClosed = false
    var whenIdle: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let limits: JobLimits
  /// Does a job to its end, on the calling thread.
  private let work: @Sendable (Job) -> Void

  init(limits: JobLimits, work: @escaping @Sendable (Job) -> Void) {
    self.limits = limits
    self.work = work
  }

  // MARK: Looking

  /// - Returns: `nil` where there is no such job, or it is somebody else's: the two must look alike.
  func job(_ id: String, of tenant: String) -> Job? {
    state.withLock { $0.jobs[id] }.flatMap { $0.tenant == tenant ? $0 : nil }
  }

  /// The newest first.
  func jobs(of tenant: String, atMost limit: Int) -> [Job] {
    state.withLock { state in
      var found: [Job] = []
      for id in state.order.reversed() where found.count < limit {
        if let job = state.jobs[id], job.tenant == tenant { found.append(job) }
      }
      return found
    }
  }

  /// How many jobs are to be begun before this one; `nil`: it does not wait.
  func position(of job: Job) -> Int? {
    state.withLock { $0.queue.position(in: job.lane) { $0.id == job.id } }
  }

  var counts: (waiting: Int, running: Int, bytes: Int, known: Int) {
    state.withLock { state in
      (
        state.queue.count, state.running.count, state.running.values.reduce(0, +),
        state.jobs.count
      )
    }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  // MARK: Changing

  /// Looks whether another job may come, before it is noted in the file.
  func checkRoom(for tenant: String, legs: Int) throws(Problem) {
    guard limits.bytes(legs: legs) <= limits.memory else {
      throw Problem(
        .tooLarge,
        fr: "Une journée de \(legs) trajets demande plus de mémoire que ce serveur n’en donne.",
        en: "A day of \(legs) legs needs more memory than this server grants.")
    }
    let (all, own, isClosed) = state.withLock {
      ($0.queue.count, $0.queue.count { $0.tenant == tenant }, $0.isClosed)
    }
    guard !isClosed else { throw .closing }
    guard all < limits.mostQueued, own < limits.mostQueuedPerTenant else {
      var problem = Problem(.queueFull, fr: "\(own) des vôtres.", en: "\(own) of them are yours.")
      problem.headers[.retryAfter] = "10"
      throw problem
    }
  }

  /// Takes up a job that the file holds: to wait for its turn, or to be looked up.
  func add(_ job: Job) {
    state.withLock { state in
      state.jobs[job.id] = job
      state.order.append(job.id)
      if !job.status.state.isOver { state.queue.append(job, in: job.lane) }
    }
    startWhatFits()
  }

  /// Takes a job out of the queue.
  ///
  /// - Returns: whether it was still waiting.
  func withdraw(_ job: Job) -> Bool {
    state.withLock { $0.queue.remove(in: job.lane) { $0.id == job.id } != nil }
  }

  func forget(_ ids: [String]) {
    state.withLock { state in
      for id in ids { state.jobs[id] = nil }
      let gone = Set(ids)
      state.order.removeAll { gone.contains($0) }
    }
  }

  /// Begins no more jobs, and asks those that run for the best so far.
  ///
  /// - Returns: once none runs any more.
  func close() async {
    let running = state.withLock { state in
      state.isClosed = true
      return state.running.keys.compactMap { state.jobs[$0] }
    }
    for job in running {
      job.change { $0.ender = $0.ender ?? .server }
      job.stop.raise()
    }
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if !state.running.isEmpty { state.whenIdle.append(continuation) }
        return state.running.isEmpty
      }
      if isIdle { continuation.resume() }
    }
  }

  /// Asks jobs that run for longer than any may for the best so far, whatever they are at: reading, mending, reasons.
  func endOverdue() {
    let running = state.withLock { state in state.running.keys.compactMap { state.jobs[$0] } }
    for job in running {
      guard let begin = job.status.startedAt else { continue }
      if -begin.timeIntervalSinceNow > limits.longestRun { job.stop.raise() }
    }
  }

  // MARK: Running

  private func startWhatFits() {
    while let job = next() {
      let thread = Thread { [self] in
        // Answers must come while every processor solves.
        ThreadPriority.lower(by: limits.niceness)
        work(job)
        end(job)
        startWhatFits()
      }
      thread.name = "camin job"
      thread.stackSize = 64 << 20
      thread.start()
    }
  }

  private func next() -> Job? {
    state.withLock { state in
      guard !state.isClosed, state.running.count < limits.parallel else { return nil }
      let used = state.running.values.reduce(0, +)
      let job = state.queue.next { used + limits.bytes(legs: $0.legs) <= limits.memory }
      if let job { state.running[job.id] = limits.bytes(legs: job.legs) }
      return job
    }
  }

  private func end(_ job: Job) {
    let waiting = state.withLock { state in
      state.running[job.id] = nil
      guard state.running.isEmpty else { return [CheckedContinuation<Void, Never>]() }
      defer { state.whenIdle = [] }
      return state.whenIdle
    }
    for continuation in waiting { continuation.resume() }
  }
}

extension Problem {
  static var closing: Problem {
    var problem = Problem(
      .unavailable, fr: "Le serveur s’arrête.", en: "The server is shutting down.")
    problem.headers[.retryAfter] = "30"
    return problem
  }
}

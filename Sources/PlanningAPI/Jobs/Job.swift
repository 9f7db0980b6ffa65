internal import Foundation
internal import Optimizer
internal import PlanStore
internal import Synchronization

/// A job as the running server knows it; what must last is in the server's file.
final class Job: Sendable {
  /// What changes while it lives.
  struct Status: Sendable {
    var state: JobRecord.State
    /// Somebody has asked for its end.
    var ender: JobOutcome.Ender?
    var attempts: Int
    var startedAt: Date?
    var endedAt: Date?
    var incumbent: Incumbent?
    var outcome: JobOutcome?
    var resultHash: String?
    /// Goes up with each change, so that a client can ask whether anything has.
    var version = 0
  }

  private struct Inner {
    var status: Status
    var events: [JobEvent] = []
    var lastEvent = 0
    var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextWatcher = 0
  }

  let id: String
  let tenant: String
  /// Where it waits for its turn: in that of its key, or else of its tenant.
  let lane: String
  let kind: JobKind
  let legs: Int
  let fingerprint: String
  let submittedAt: Date
  /// Ends its search with the best so far.
  let stop = SearchStop()
  private let inner: Mutex<Inner>
  /// The last answer about it, for all who ask before it changes.
  private let told = Mutex<(tag: String, bytes: [UInt8])?>(nil)
  /// A search may tell of thousands of incumbents; the last ones suffice to draw how it went.
  private static let mostEvents = 2_000
  /// Of a job that is over, of which there may be many.
  private static let mostEventsAfterwards = 200

  init(_ record: JobRecord, kind: JobKind) {
    id = record.id
    tenant = record.tenant
    lane = record.apiKey ?? record.tenant
    self.kind = kind
    legs = record.legs
    fingerprint = record.fingerprint
    submittedAt = record.submittedAt
    inner = Mutex(
      Inner(
        status: Status(
          state: record.state, attempts: record.attempts, startedAt: record.startedAt,
          endedAt: record.endedAt, outcome: JobOutcome(json: record.outcome),
          resultHash: record.resultHash)))
  }

  var status: Status { inner.withLock { $0.status } }

  /// Changes the status and tells those who watch.
  ///
  /// - Returns: the status after the change.
  @discardableResult
  func change(_ change: (inout Status) -> Void) -> Status {
    let (status, watchers) = inner.withLock { inner in
      change(&inner.status)
      inner.status.version += 1
      return (inner.status, Array(inner.watchers.values))
    }
    for watcher in watchers { watcher.yield() }
    return status
  }

  /// Adds an event for those who watch now or later.
  func tell(_ name: JobEvent.Name, _ document: some Encodable & Sendable) {
    let data = JSONAnswer.text(document)
    let watchers = inner.withLock { inner in
      inner.lastEvent += 1
      inner.events.append(JobEvent(id: inner.lastEvent, name: name, data: data))
      if inner.events.count > Self.mostEvents { inner.events.removeFirst(Self.mostEvents / 10) }
      return Array(inner.watchers.values)
    }
    for watcher in watchers { watcher.yield() }
  }

  /// Lets go of all events but the last ones; those who watch have been told of them, or hear of the later ones.
  func forgetOldEvents() {
    inner.withLock { inner in
      inner.events = Array(inner.events.suffix(Self.mostEventsAfterwards))
    }
  }

  func note(_ progress: SearchProgress) {
    let incumbent = Incumbent(progress)
    let isNews = inner.withLock { incumbent.isNews(after: $0.status.incumbent) }
    change { $0.incumbent = incumbent }
    if isNews { tell(.incumbent, incumbent) }
  }

  /// Events after the one of this number.
  func events(after id: Int) -> [JobEvent] {
    inner.withLock { inner in Array(inner.events.drop { $0.id <= id }) }
  }

  /// Wakes up whenever something has changed; several changes may wake it once.
  func changes() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = inner.withLock { inner in
      inner.nextWatcher += 1
      inner.watchers[inner.nextWatcher] = continuation
      return inner.nextWatcher
    }
    continuation.onTermination = { [weak self] _ in
      self?.inner.withLock { $0.watchers[number] = nil }
    }
    // What happened before somebody began to look must not be missed.
    continuation.yield()
    return stream
  }

  /// What was answered before under this tag, else what `make` makes.
  func answer(_ tag: String, _ make: () -> [UInt8]) -> [UInt8] {
    if let told = told.withLock({ $0 }), told.tag == tag { return told.bytes }
    let bytes = make()
    told.withLock { $0 = (tag, bytes) }
    return bytes
  }

  /// Waits until the job is over, at most so many seconds.
  func waitForEnd(_ seconds: Double) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await _ in self.changes() where self.status.state.isOver { return }
      }
      group.addTask { try? await Task.sleep(for: .seconds(seconds)) }
      await group.next()
      group.cancelAll()
    }
  }
}

/// What a job makes.
enum JobKind: String, Sendable {
  case plan
  /// A day anew that people have been told of.
  case replan
}

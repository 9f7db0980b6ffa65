internal import Dispatch
internal import Foundation
internal import HTTPTypes
internal import Synchronization

/// A few threads for what blocks or computes for a moment: never Swift's cooperative pool, on which requests are
/// answered.
final class WorkPool: Sendable {
  private final class Line: Sendable {
    let waiting = Mutex<[@Sendable () -> Void]>([])
    let isClosed = Atomic(false)
    let ready = DispatchSemaphore(value: 0)

    func work() {
      while true {
        ready.wait()
        let next = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let next { next() } else if isClosed.load(ordering: .relaxed) { return }
      }
    }
  }

  private let line = Line()
  private let threads: Int
  private let mostWaiting: Int

  /// - Parameter niceness: 0: as urgent as answering requests; above: less.
  init(name: String, threads: Int, mostWaiting: Int, niceness: Int32) {
    self.threads = threads
    self.mostWaiting = mostWaiting
    for number in 0..<threads {
      let line = line
      let thread = Thread {
        ThreadPriority.lower(by: niceness)
        line.work()
      }
      thread.name = "\(name) \(number)"
      thread.stackSize = 16 << 20
      thread.start()
    }
  }

  deinit {
    line.isClosed.store(true, ordering: .relaxed)
    for _ in 0..<threads { line.ready.signal() }
  }

  /// - Throws: what the work throws, or `Problem` where too much waits already.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = line.waiting.withLock { waiting in
        guard waiting.count < mostWaiting else { return false }
        waiting.append { continuation.resume(with: Result { try work() }) }
        return true
      }
      guard isTaken else { return continuation.resume(throwing: Problem.busy) }
      line.ready.signal()
    }
  }
}

extension Problem {
  static var busy: Problem {
    var problem = Problem(
      .unavailable, fr: "Le serveur a trop à faire.", en: "The server has too much to do.")
    problem.headers[.retryAfter] = "2"
    return problem
  }
}

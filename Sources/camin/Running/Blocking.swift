internal import Dispatch
internal import Synchronization

/// Runs what is asynchronous for a command that is not.
enum Blocking {
  /// Blocks until the work has ended.
  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let slot = Slot()
    Task {
      do {
        try await work()
      } catch {
        slot.error.withLock { $0 = error }
      }
      done.signal()
    }
    done.wait()
    if let error = slot.error.withLock({ $0 }) { throw error }
  }

  private final class Slot: Sendable {
    let error = Mutex<(any Error)?>(nil)
  }
}

import Foundation

/// A piece of work on a thread of its own.
final class Beside {
  private let done = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Void) {
    let done = done
    let thread = Thread {
      work()
      done.signal()
    }
    thread.stackSize = 8 << 20
    thread.name = "camin recombination"
    thread.start()
  }

  /// Returns when the work is over. Call it once.
  func wait() { done.wait() }
}

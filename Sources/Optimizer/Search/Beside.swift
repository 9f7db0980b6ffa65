import Foundation

/// A piece of work on a thread of its own.
final class Beside {
  private let done = DispatchSemaphore(value: 0)

  /// Starts the work.
  ///
  /// - Parameter stackSize: bytes.
  init(name: String, stackSize: Int = 8 << 20, _ work: @escaping @Sendable () -> Void) {
    let done = done
    let thread = Thread {
      work()
      done.signal()
    }
    thread.stackSize = stackSize
    thread.name = name
    thread.start()
  }

  /// Returns when the work is over, or after some seconds. Call it once.
  func wait(atMost seconds: Double? = nil) {
    if let seconds { _ = done.wait(timeout: .now() + seconds) } else { done.wait() }
  }
}

internal import Dispatch
internal import Foundation
internal import Optimizer
internal import Synchronization

/// Ctrl-C and `kill` while a search runs: the first asks for the best plan so far, the second quits at once.
final class StopSignals {
  private let sources: [any DispatchSourceSignal]
  private let count: Counter

  /// Whether a signal has come.
  var isRaised: Bool { count.value > 0 }

  /// - Parameter whenRaised: called on a thread of its own at the first signal.
  init(stop: SearchStop, whenRaised: @escaping @Sendable () -> Void) {
    let count = Counter()
    let queue = DispatchQueue(label: "camin.signals")
    sources = [SIGINT, SIGTERM].map { number in
      // The source sees a signal only where its default action, the end of the process, is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard count.next() == 1 else { _exit(128 + number) }
        stop.raise()
        whenRaised()
      }
      source.resume()
      return source
    }
    self.count = count
  }
}

/// A number that several threads count up.
private final class Counter: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  func next() -> Int { number.add(1, ordering: .relaxed).newValue }
}

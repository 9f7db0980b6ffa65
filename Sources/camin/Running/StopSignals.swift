internal import Dispatch
internal import Foundation
internal import Optimizer
internal import Synchronization

/// Ctrl-C and `kill` while a search runs and what is made of its result: the first asks for the best plan so far,
/// the second quits at once. They end the process again once nobody holds this.
final class StopSignals {
  private let sources: [any DispatchSourceSignal]
  /// How many signals have come.
  let count: SignalCount
  private static let numbers = [SIGINT, SIGTERM]

  /// Whether a signal has come.
  var isRaised: Bool { count.value > 0 }

  /// - Parameter whenRaised: called on a thread of its own at the first signal.
  init(stop: SearchStop, whenRaised: @escaping @Sendable () -> Void) {
    let count = SignalCount()
    let queue = DispatchQueue(label: "camin.signals")
    sources = Self.numbers.map { number in
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

  deinit {
    for source in sources { source.cancel() }
    for number in Self.numbers { signal(number, SIG_DFL) }
  }
}

/// A number that several threads count up.
final class SignalCount: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  fileprivate func next() -> Int { number.add(1, ordering: .relaxed).newValue }
}
